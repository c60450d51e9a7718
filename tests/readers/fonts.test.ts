/** The fonts in every file: whose they are, what they hold, and that their programs are those of the package. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readPageContent, readToUnicode } from '../support/describe-pdf.ts';
import { type Name, PdfFile } from '../support/read-pdf.ts';
import { FontProgram } from './support/font-program.ts';
import { readWith } from './support/run.ts';
import { readPages, type SampleText, samples } from './support/samples.ts';

const faces = ['sc-regular', 'sc-bold', 'jp-regular', 'jp-bold', 'sc-extended', 'jp-extended'];
const sources = new Map<string, FontProgram>();

function source(face: string): FontProgram {
  let program = sources.get(face);
  if (!program) {
    program = new FontProgram(
      readFileSync(fileURLToPath(new URL(`../../fonts/${face}.ttf`, import.meta.url))),
    );
    sources.set(face, program);
  }
  return program;
}

function widthsOf(file: PdfFile, descendant: Map<string, unknown>): Map<number, number> {
  const widths = new Map<number, number>();
  const entries = file.array(descendant.get('W') as never);
  for (let i = 0; i < entries.length; ) {
    const first = entries[i] as number;
    const second = entries[i + 1];
    if (Array.isArray(second)) {
      second.forEach((width, index) => {
        widths.set(first + index, width as number);
      });
      i += 2;
    } else {
      for (let code = first; code <= (second as number); code++) widths.set(code, entries[i + 2] as number);
      i += 3;
    }
  }
  return widths;
}

/** Gaps, and what marks lose where they meet, are part of a glyph's width: in units of 1000 an em. */
const stepOfRepeated = 125;
const leastWidth = 20;

/** Characters that China and Japan draw differently. */
const drawnDifferently = /[直骨角海与述化真器画鬼刃]/u;

const postscriptNames: Record<string, string> = {
  'sc-regular': 'NotoSansSC-Regular',
  'sc-bold': 'NotoSansSC-Bold',
  'jp-regular': 'NotoSansJP-Regular',
  'jp-bold': 'NotoSansJP-Bold',
  'sc-extended': 'NotoSansSC-Regular',
  'jp-extended': 'NotoSansJP-Regular',
};

function expectedFonts({ face, text }: SampleText): string[] {
  const visible = Array.from(text).filter((character) => !/[\u200b\u2060]/u.test(character));
  return visible.map((character) => `${character} ${postscriptNames[face]}`);
}

describe.each(samples)('$name', (sample) => {
  const { path } = sample;

  test('each character is in the font of its face, and in the face of its language', () => {
    const file = new PdfFile(readFileSync(path));
    readPages(sample).forEach((page, index) => {
      const { runs } = readPageContent(file, file.pages[index]!);
      const found = runs.flatMap(({ font, text }) => Array.from(text, (character) => `${character} ${font}`));
      expect(found).toEqual(page.texts.flatMap(expectedFonts));
      for (const { lang, face, text } of page.texts) {
        if (!drawnDifferently.test(text)) continue;
        expect(face.slice(0, 2), text).toBe(lang.startsWith('ja') ? 'jp' : 'sc');
      }
    });
  });

  test('pdffonts: all embedded, subset, with Unicode, all Noto Sans SC or JP', () => {
    const lines = readWith('pdffonts', [path]).trimEnd().split('\n').slice(2);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).toMatch(
        /^[A-Z]{6}\+NotoSans(SC|JP)-(Regular|Bold) +CID TrueType +Identity-H +yes yes yes +\d+ +0$/,
      );
    }
  });

  test('outlines, widths and tables of the embedded programs are those of the package', () => {
    const file = new PdfFile(readFileSync(path));
    const fonts = new Map(
      file.pages.flatMap((page) => [...file.dict(file.dict(file.dict(page).get('Resources')).get('Font'))]),
    );
    for (const font of fonts.values()) {
      const dict = file.dict(font);
      const descendant = file.dict(file.array(dict.get('DescendantFonts'))[0]);
      const descriptor = file.dict(descendant.get('FontDescriptor'));
      const program = new FontProgram(file.stream(descriptor.get('FontFile2')).bytes);
      const postscriptName = (descriptor.get('FontName') as Name).name.slice(7);
      const candidates = faces.map(source).filter(({ name }) => name === postscriptName);
      const unicode = readToUnicode(file.stream(dict.get('ToUnicode')));
      const widths = widthsOf(file, descendant);
      expect(program.glyphCount).toBe(unicode.size + 1);
      expect(program.problems()).toEqual([]);
      const face = candidates.find((candidate) =>
        [...unicode.values()].every((text) => candidate.has(text)),
      )!;
      expect(face, postscriptName).toBeDefined();
      for (const [code, text] of unicode) {
        const repeated = program.repeated(code);
        const own = repeated ?? code;
        const change = program.advance(code) - face.advance(face.glyphOf(text));
        if (repeated === null) expect(change, text).toBe(0);
        else if (program.advance(code) > leastWidth) expect(Math.abs(change) % stepOfRepeated, text).toBe(0);
        expect(widths.get(code) ?? 1000, text).toBe((program.advance(code) * 1000) / program.unitsPerEm);
        expect(program.outline(own).equals(face.outline(face.glyphOf(text))), text).toBe(true);
      }
    }
  });
});
