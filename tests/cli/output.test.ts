import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, expect, test, vi } from 'vitest';

const platform = process.platform;
const { fstatSync, writeSync } = fs;
afterEach(() => {
  Object.defineProperty(process, 'platform', { value: platform });
  Object.assign(fs, { fstatSync, writeSync });
  syncBuiltinESMExports();
  vi.restoreAllMocks();
});

/** What a line becomes on its way: letters for a stream of Node's, or bytes for a descriptor. */
async function wayOf(system: NodeJS.Platform, isConsole: boolean): Promise<unknown[]> {
  const found: unknown[] = [];
  Object.defineProperty(process, 'platform', { value: system });
  fs.fstatSync = (() => ({ isCharacterDevice: () => isConsole })) as never;
  fs.writeSync = ((_: number, bytes: Uint8Array) => {
    found.push(bytes.length);
    return bytes.length;
  }) as never;
  syncBuiltinESMExports();
  vi.spyOn(process.stderr, 'write').mockImplementation((content) => {
    found.push(content);
    return true;
  });
  // Of its own: what was left to a stream is remembered.
  vi.resetModules();
  const { printError } = await import('../../src/cli/output.ts');
  printError('\u89e3\u7ea6\n');
  return found;
}

test('a console of Windows gets letters, everything else the bytes of UTF-8', async () => {
  expect(await wayOf('win32', true)).toEqual(['\u89e3\u7ea6\n']);
  expect(await wayOf('win32', false)).toEqual([7]);
  expect(await wayOf('linux', true)).toEqual([7]);
});
