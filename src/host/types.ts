/** All that the core asks of the outside world. */
export interface Host {
  /** Bytes of one of the package's own files, by its path in the package: `fonts/sc-regular.ttf`. */
  readFile(path: string): Uint8Array | Promise<Uint8Array>;
  /** A part of such a file, shorter at its end; the Node host gives it, others leave it out. */
  readPart?(path: string, offset: number, length: number): Uint8Array;
  /** Today in Japan, `YYYY-MM-DD`. */
  today(): string;
  /** Deflate to a zlib stream (RFC 1950); the Node host gives node:zlib, others leave it out. */
  deflate?(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>;
  /** A byte a character, all below U+0100; the Node host gives Buffer's own, others leave it out. */
  latin1Bytes?(text: string): Uint8Array;
}
