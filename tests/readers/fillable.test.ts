/** Check boxes for the screen, in the readers that people have. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { Chromium } from './support/chromium.ts';
import { inkIn, parseGrayMaps } from './support/gray-map.ts';
import { readWith, run } from './support/run.ts';
import { samples, workFolder } from './support/samples.ts';

const fillable = samples.filter((sample) => sample.fillable);

/** In PDF's axes. */
interface Box {
  name: string;
  tip: string;
  isChecked: boolean;
  rect: [left: number, bottom: number, right: number, top: number];
}

async function readBoxes(path: string): Promise<{ boxes: Box[]; widthPt: number; heightPt: number }> {
  const data = new Uint8Array(readFileSync(path));
  const document = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise;
  const page = await document.getPage(1);
  const annotations = await page.getAnnotations();
  const boxes = annotations
    .filter(({ subtype, checkBox }) => subtype === 'Widget' && checkBox)
    .map((found) => ({
      name: found.fieldName,
      tip: found.alternativeText,
      isChecked: found.fieldValue === found.exportValue,
      rect: found.rect,
    }));
  const [, , widthPt = 0, heightPt = 0] = page.view;
  await document.destroy();
  return { boxes, widthPt, heightPt };
}

/** Of the pages: in one language, the steps with their number. */
const inChinese = /^(?:\d+ )?[^\p{Script=Hiragana}]*\p{Script=Han}[^\p{Script=Hiragana}]*$/u;

const scale = 4;

/** Ink in each box of the first page. */
function inkOfBoxes(program: 'pdftoppm' | 'mutool', path: string, boxes: Box[], heightPt: number): number[] {
  const resolution = String(72 * scale);
  const { stdout } =
    program === 'pdftoppm'
      ? run('pdftoppm', ['-gray', '-r', resolution, '-f', '1', '-l', '1', path])
      : run('mutool', ['draw', '-q', '-r', resolution, '-c', 'gray', '-F', 'pgm', '-o', '-', path, '1']);
  const image = parseGrayMaps(stdout)[0]!;
  return boxes.map(({ rect: [left, bottom, right, top] }) =>
    inkIn(image, left * scale, (heightPt - top) * scale, right * scale, (heightPt - bottom) * scale),
  );
}

/** For `mutool run`: ticks and unticks every box of the first page as a click does. */
const toggleAll = `
  var document = new PDFDocument(scriptArgs[0]);
  var widgets = document.loadPage(0).getWidgets();
  for (var i = 0; i < widgets.length; i++) if (widgets[i].getFieldType() == 'checkbox') widgets[i].toggle();
  document.save(scriptArgs[1]);
`;

test('the edition for the screen has fields, and no other has', () => {
  expect(fillable.map(({ name }) => name)).toEqual(['sampler-fillable', 'leaving-japan fillable checklist']);
});

describe.each(fillable)('$name', ({ path, name }) => {
  test('pdf.js finds named boxes with tips', async () => {
    const { boxes } = await readBoxes(path);
    expect(boxes.length).toBeGreaterThan(0);
    for (const box of boxes)
      expect(box).toMatchObject({
        name: expect.stringMatching(/./),
        tip: expect.stringMatching(name === 'sampler-fillable' ? /./ : inChinese),
      });
    expect(new Set(boxes.map((box) => box.name)).size).toBe(boxes.length);
  });

  test('MuPDF ticks each box; MuPDF and poppler then draw the tick', async () => {
    const { boxes, heightPt } = await readBoxes(path);
    const script = join(workFolder, 'toggle.js');
    const toggled = join(workFolder, `toggled-${name.replaceAll(' ', '-')}.pdf`);
    writeFileSync(script, toggleAll);
    readWith('mutool', ['run', script, path, toggled]);
    const after = await readBoxes(toggled);
    expect(after.boxes.map(({ isChecked }) => isChecked)).toEqual(boxes.map(({ isChecked }) => !isChecked));
    for (const program of ['pdftoppm', 'mutool'] as const) {
      const before = inkOfBoxes(program, path, boxes, heightPt);
      const ticked = inkOfBoxes(program, toggled, boxes, heightPt);
      boxes.forEach(({ isChecked }, index) => {
        const [open, tick] = isChecked ? [ticked[index]!, before[index]!] : [before[index]!, ticked[index]!];
        expect(open).toBeGreaterThan(0);
        expect(tick).toBeGreaterThan(open * 1.2);
      });
    }
  });

  test('Chromium ticks a box on a click, and unticks it on the next', async () => {
    const { boxes, widthPt, heightPt } = await readBoxes(path);
    const [left, bottom, right, top] = boxes[0]!.rect;
    const chromium = await Chromium.open(path, join(workFolder, 'chromium'));
    try {
      const area = chromium.area(left, heightPt - top, right, heightPt - bottom, widthPt);
      const before = await chromium.picture();
      await chromium.click(area);
      const ticked = await chromium.pictureWhen((picture) => picture !== before);
      expect(ticked).not.toBe(before);
      await chromium.click(area);
      expect(await chromium.pictureWhen((picture) => picture === before)).toBe(before);
    } finally {
      await chromium.close();
    }
  });
});
