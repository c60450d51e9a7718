import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BLOCK_BYTES } from '../../src/font/font-file.ts';
import { openFontParts } from '../../web/font-parts.ts';

const FILE = Uint8Array.from(
  { length: 2 * BLOCK_BYTES + 1000 },
  (_, index) => (index * 7 + (index >> 8)) & 0xff,
);

/** A server of one font, which tells what it was asked for. */
function serve(file: Uint8Array) {
  const asked: string[] = [];
  const parts = openFontParts(async (path) => {
    asked.push(path);
    const index = Number(path.split('.').at(-1));
    return file.slice(index * BLOCK_BYTES, (index + 1) * BLOCK_BYTES);
  });
  return { asked, parts };
}

test('what is read is what stands in the file, wherever it begins and ends', async () => {
  const { parts } = serve(FILE);
  await fc.assert(
    fc.asyncProperty(fc.nat(FILE.length - 1), fc.nat(BLOCK_BYTES + 10), async (offset, length) => {
      const bytes = await parts.withParts(async () => parts.host.readPart?.('a.ttf', offset, length));
      expect(Buffer.compare(bytes ?? new Uint8Array(), FILE.subarray(offset, offset + length))).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test('only what is needed is fetched, once, and what was made before it is made again', async () => {
  const { asked, parts } = serve(FILE);
  let runs = 0;
  const first = () =>
    parts.withParts(async () => {
      runs++;
      return parts.host.readPart?.('a.ttf', 10, 20);
    });
  await first();
  await first();
  expect(asked).toEqual(['a.ttf.0']);
  expect(runs).toBe(3);
  await parts.fetchAhead(['a.ttf', 'b.ttf', 'c.ttf']);
  expect(asked).toEqual(['a.ttf.0', 'b.ttf.0', 'c.ttf.0']);
});

test('what fails otherwise fails, and a part that did not come is asked for again', async () => {
  const { parts } = serve(FILE);
  await expect(parts.withParts(() => Promise.reject(new Error('other')))).rejects.toThrow('other');
  let times = 0;
  const lame = openFontParts(async () => {
    if (times++ === 0) throw new Error('no network');
    return FILE.slice(0, BLOCK_BYTES);
  });
  await expect(lame.fetchAhead(['a.ttf'])).rejects.toThrow('no network');
  const bytes = await lame.withParts(async () => lame.host.readPart?.('a.ttf', 0, 4));
  expect(bytes).toEqual(FILE.subarray(0, 4));
});
