/** QR codes, read by zbar from the rendered pages, say what the template asked for. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from './support/run.ts';
import { readPages, type Sample, samples, workFolder } from './support/samples.ts';

/** Dots an inch: a module of half a millimetre is then three dots. */
const resolution = '150';

function readCodes(sample: Sample): string[] {
  const found: string[] = [];
  readPages(sample).forEach(({ codeCount }, index) => {
    if (codeCount === 0) return;
    const page = String(index + 1);
    const { stdout: image } = run('pdftoppm', [
      '-gray',
      '-r',
      resolution,
      '-f',
      page,
      '-l',
      page,
      sample.path,
    ]);
    const path = join(workFolder, 'codes.pgm');
    writeFileSync(path, image);
    // Ends with 4 where there is no code on the page.
    const { stdout } = run('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', path]);
    found.push(...stdout.toString().split('\n').filter(Boolean));
  });
  return found;
}

const withCodes = samples.filter(({ codes }) => codes.length > 0);

test('some of the examples have codes', () => {
  expect(withCodes.length).toBeGreaterThan(0);
});

test.each(withCodes)('$name', (sample) => {
  const found = readCodes(sample);
  // A full page may leave out a code that the sheet calls optional: what is printed is read, and nothing else.
  expect(found.length).toBe(readPages(sample).reduce((sum, { codeCount }) => sum + codeCount, 0));
  expect(found.length).toBeGreaterThan(0);
  for (const code of found) expect(sample.codes).toContain(code);
});
