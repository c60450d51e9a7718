import { inflateSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { memoryHost } from '../../../src/host/memory.ts';
import { nodeHost } from '../../../src/host/node.ts';

afterEach(() => vi.useRealTimers());

test.each([
  ['2027-01-14T14:59:59Z', '2027-01-14'],
  ['2027-01-14T15:00:00Z', '2027-01-15'],
  ['2027-12-31T15:00:00Z', '2028-01-01'],
])('at %s it is %s in Japan, for both hosts', (now, day) => {
  vi.useFakeTimers({ now: new Date(now) });
  expect(nodeHost().today()).toBe(day);
  expect(memoryHost({}).today()).toBe(day);
  expect(memoryHost({}, '2027-01-01').today()).toBe('2027-01-01');
});

test('the package’s own files by their path in it, and nothing that was not given', () => {
  const manifest = nodeHost().readFile('fonts/manifest.json') as Uint8Array;
  expect(JSON.parse(new TextDecoder().decode(manifest))).toBeTypeOf('object');
  const bytes = new Uint8Array([1]);
  expect(memoryHost({ 'fonts/a.ttf': bytes }).readFile('fonts/a.ttf')).toBe(bytes);
  expect(memoryHost({ 'fonts/a.ttf': bytes.buffer }).readFile('fonts/a.ttf')).toEqual(bytes);
  expect(() => memoryHost({}).readFile('constructor')).toThrow('no file constructor');
});

test.each([0, 1, 1000, 1023, 1024, 5000, 16_383, 16_384, 24_576, 32_767, 65_536, 300_000])(
  '%d bytes come back from the deflating thread, also those that do not pack',
  async (length) => {
    let seed = 7;
    const noise = Uint8Array.from({ length }, () => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return seed >>> 24;
    });
    for (const bytes of [noise, new Uint8Array(length)]) {
      const deflated = await nodeHost().deflate!(bytes);
      expect(inflateSync(deflated).equals(bytes)).toBe(true);
    }
  },
);
