/** Renderers draw every page without a message, with ink where the page stage put text, and none in the margins. */
import { describe, expect, test } from 'vitest';
import { type GrayImage, inkIn, parseGrayMaps } from './support/gray-map.ts';
import { readWith, run } from './support/run.ts';
import { readPages, type SampleText, samples } from './support/samples.ts';

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

function hasOutline(item: SampleText): boolean {
  return !/^[\s\u200b\u2060\u3000]*$/u.test(item.text);
}

/** The middle of the first glyph that shows: around its baseline half an em up. */
function inkOf(image: GrayImage, item: SampleText): number {
  const top = (item.yPt - item.sizePt) * scale;
  const bottom = (item.yPt + item.sizePt * 0.3) * scale;
  // A text of blanks before its first glyph is looked at as a whole.
  const width = Array.from(item.text).length * item.sizePt;
  return inkIn(image, item.xPt * scale, top, (item.xPt + width) * scale, bottom);
}

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
        if (!hasOutline(text)) continue;
        expect(inkOf(images[index]!, text), `page ${index + 1}: ${text.text}`).toBeGreaterThan(0);
      }
    });
  });
});
