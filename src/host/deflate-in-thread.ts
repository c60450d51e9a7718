import { constants, Deflate } from 'node:zlib';

/** `memLevel`: a larger hash table is quicker and packs better. */
const LARGEST_TABLE = 9;

/** Those whose bytes have come, each with a quarter of a megabyte of zlib's. */
const done: DeflateOnce[] = [];

/**
 * In a thread of its own, so that the next document is set meanwhile. The thread is asked once: Node's `deflate` asks
 * it twice, since it learns after the bytes that they were all, and reads the bytes out of a stream.
 */
export function deflateInThread(bytes: Uint8Array): Promise<Uint8Array> {
  // Only now: a process that sets one case ends before it would have to.
  for (const stream of done.splice(0)) stream.close();
  return new Promise((resolve, reject) => new DeflateOnce(bytes, resolve, reject));
}

/** A stream of zlib's that nobody reads: what it would hand to readers goes to who asked. */
class DeflateOnce extends Deflate {
  readonly #resolve: (deflated: Uint8Array) => void;
  readonly #reject: (error: Error) => void;

  constructor(bytes: Uint8Array, resolve: (deflated: Uint8Array) => void, reject: (error: Error) => void) {
    const { length } = bytes;
    super({
      memLevel: LARGEST_TABLE,
      // Room also for bytes that do not pack, so that all comes in one piece (RFC 1951 §3.2.4).
      chunkSize: length + (length >> 8) + 64,
      // The first write ends the stream.
      flush: constants.Z_FINISH,
    });
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
