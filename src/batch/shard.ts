/** A part of the rows: every n-th, so that each part has as many and any part can be made alone. */
export interface Shard {
  /** From 1. */
  index: number;
  count: number;
}

/** `2/8`; null where it is none. */
export function parseShard(text: string): Shard | null {
  const match = /^(\d{1,6})\/(\d{1,6})$/u.exec(text);
  if (!match) return null;
  const [index, count] = [Number(match[1]), Number(match[2])];
  return index >= 1 && index <= count ? { index, count } : null;
}

export function inShard(rowNumber: number, shard: Shard): boolean {
  return (rowNumber - 1) % shard.count === shard.index - 1;
}
