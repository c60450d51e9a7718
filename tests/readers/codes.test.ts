/** QR codes, read by zbar from the rendered pages, say what the template asked for. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWith, run } from './support/run.ts';
import { samples, workFolder } from './support/samples.ts';

function readCodes(path: string, number: number): string[] {
  const prefix = `codes-${number}`;
  readWith('pdftoppm', ['-gray', '-r', '300', path, join(workFolder, prefix)]);
  const images = readdirSync(workFolder).filter((file) => file.startsWith(`${prefix}-`));
  const found: string[] = [];
  for (const image of images.sort()) {
    // Ends with 4 where there is no code on the page.
    const { stdout } = run('zbarimg', [
      '--quiet',
      '--raw',
      '-Sdisable',
      '-Sqrcode.enable',
      join(workFolder, image),
    ]);
    found.push(...stdout.toString().split('\n').filter(Boolean));
  }
  return found;
}

const withCodes = samples.filter(({ codes }) => codes.length > 0);

test('some of the examples have codes', () => {
  expect(withCodes.length).toBeGreaterThan(0);
});

test.each(withCodes.map((sample, number) => ({ ...sample, number })))('$name', ({ path, codes, number }) => {
  expect(readCodes(path, number).sort()).toEqual([...codes].sort());
});
