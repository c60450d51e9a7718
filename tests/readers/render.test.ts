/** Renderers draw every page without a message, with ink where the page stage put text, and none in the margins. */
import { describe, expect, test } from 'vitest';
import { type GrayImage, inkIn, parseGrayMaps } from './support/gray-map.ts';
import { readWith, run } from './support/run.ts';
import { readPages, type SampleText, samples, visibleText } from './support/samples.ts';

const dotsPerInch = 100;
const scale = dotsPerInch / 72;
/** Ten millimetres: print machines cut what is nearer to the edge. */
const marginDots = Math.floor((10 / 25.4) * dotsPerInch) - 1;

function drawWithPoppler(path: string): GrayImage[] {
  const { status, stdout, stderr } = run('pdftoppm', ['-gray', '-r', String(dotsPerInch), path]);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return parseGrayMaps(stdout);
}

const blank = /^[\s\u200b\u2060\u3000]*$/u;

/** The em boxes of a text, from `from` to `to` em of its length. */
function inkOf(image: GrayImage, { xPt, yPt, sizePt }: SampleText, from: number, to: number): number {
  const left = xPt + from * sizePt;
  const right = xPt + to * sizePt;
  return inkIn(image, left * scale, (yPt - sizePt) * scale, right * scale, (yPt + sizePt * 0.3) * scale);
}

/** The least ink of an ideograph on average, in pixels. */
const inkOfIdeograph = 4;

describe.each(samples)('$name', (sample) => {
  test('MuPDF and Ghostscript draw it without a message', () => {
    readWith('mutool', ['draw', '-q', '-r', '36', '-o', '/dev/null', '-F', 'pgm', sample.path]);
    const output = readWith('gs', [
      '-q',
      '-dNOPAUSE',
      '-dBATCH',
      '-dSAFER',
      '-sDEVICE=nullpage',
      sample.path,
    ]);
    expect(output).toBe('');
  });

  test('no ink within 10 mm of the edge', () => {
    for (const image of drawWithPoppler(sample.path)) {
      const { width, height } = image;
      expect(inkIn(image, 0, 0, width, marginDots)).toBe(0);
      expect(inkIn(image, 0, height - marginDots, width, height)).toBe(0);
      expect(inkIn(image, 0, 0, marginDots, height)).toBe(0);
      expect(inkIn(image, width - marginDots, 0, width, height)).toBe(0);
    }
  });

  test('there is ink wherever text stands', () => {
    const images = drawWithPoppler(sample.path);
    const pages = readPages(sample);
    expect(images.length).toBe(pages.length);
    pages.forEach((page, index) => {
      for (const text of page.texts) {
        const characters = Array.from(visibleText(text));
        if (blank.test(characters.join(''))) continue;
        const where = `page ${index + 1}: ${text.text}`;
        const image = images[index]!;
        const before = characters.findIndex((character) => !blank.test(character));
        // What stands behind blanks may have moved: the text is then looked at as a whole.
        const first = before === 0 ? inkOf(image, text, 0, 1) : inkOf(image, text, 0, characters.length);
        expect(first, where).toBeGreaterThan(0);
        const ideographs = characters.filter((character) => /\p{Script=Han}/u.test(character)).length;
        const all = inkOf(image, text, 0, characters.length);
        expect(all, where).toBeGreaterThanOrEqual(ideographs * inkOfIdeograph);
      }
    });
  });
});
