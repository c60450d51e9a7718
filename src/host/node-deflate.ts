import { constants, Deflate, deflateSync } from 'node:zlib';

/** Of zlib's: bytes that a match may lie back, and the size of its tables. Larger ones pack better, up to a point. */
const LEAST_WINDOW_BITS = 10;
const MOST_WINDOW_BITS = 15;
const MOST_MEMORY_LEVEL = 9;

/** Up to here a thread takes longer to be asked than to deflate. */
const AT_ONCE_BYTES = 4096;

/** Those whose bytes have come, each with a quarter of a megabyte of zlib's. */
const done: DeflateOnce[] = [];

/**
 * In a thread of its own where it pays, so that the next document is set meanwhile. The thread is asked once: Node's
 * `deflate` asks it twice, since it learns after the bytes that they were all, and reads the bytes out of a stream.
 */
export async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const sizes = sizesFor(bytes);
  if (bytes.length <= AT_ONCE_BYTES) return deflateSync(bytes, sizes);
  // Not as each ends: what is left when the process ends need not be closed.
  for (const stream of done.splice(0)) stream.close();
  return new Promise((resolve, reject) => new DeflateOnce(bytes, sizes, resolve, reject));
}

/** A page is a hundredth of what zlib is made for: what it does not fill need not be cleared. */
function sizesFor({ length }: Uint8Array) {
  const windowBits = Math.min(MOST_WINDOW_BITS, Math.max(LEAST_WINDOW_BITS, 32 - Math.clz32(length)));
  return {
    windowBits,
    memLevel: Math.min(MOST_MEMORY_LEVEL, windowBits - 6),
    // Room also for bytes that do not pack, so that all comes in one piece (RFC 1951 §3.2.4).
    chunkSize: length + (length >> 8) + 64,
  };
}

/** A stream of zlib's that nobody reads: what it would hand to readers goes to who asked. */
class DeflateOnce extends Deflate {
  readonly #resolve: (deflated: Uint8Array) => void;
  readonly #reject: (error: Error) => void;

  constructor(
    bytes: Uint8Array,
    sizes: ReturnType<typeof sizesFor>,
    resolve: (deflated: Uint8Array) => void,
    reject: (error: Error) => void,
  ) {
    // The first write ends the stream.
    super({ ...sizes, flush: constants.Z_FINISH });
    this.#resolve = resolve;
    this.#reject = reject;
    this.write(bytes);
  }

  override push(deflated: Uint8Array): boolean {
    this.#resolve(deflated);
    done.push(this);
    return true;
  }

  override destroy(error?: Error): this {
    if (error) this.#reject(error);
    return super.destroy();
  }
}
