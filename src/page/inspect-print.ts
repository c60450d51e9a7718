/**
 * in: the pages as they would be painted
 * out: a Problem for each page and kind of thing that print machines of shops spoil
 * Refuses to decide how to mend it: sizes and places are the sheet's.
 */
import type { Measure } from '../font/types.ts';
import type { Problem } from '../problem.ts';
import type { LinkItem, Page, PagedDocument, PageItem, PathItem, TextItem } from './types.ts';

const pointsPerMillimetre = 72 / 25.4;
/** Print machines leave up to this blank, or cut it. */
const edgeMm = 10;
/** Many machines shrink to 96 %; below these sizes strokes then break in one-bit black and white. */
const minimumTextPt = 8.5;
const minimumRubyPt = 6;
const minimumLinePt = 0.5;
/** A darker grey becomes black or a coarse screen in one bit; a lighter one may vanish, and needs an outline. */
const darkestLightFill = 0.85;

/** In points, from the top left. */
interface Extent {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function textExtent(item: TextItem, measure: Measure): Extent {
  let widthEm = 0;
  let index = 0;
  let last = 0;
  for (const character of item.text) {
    last = item.adjustEm?.[index++] ?? 0;
    widthEm += measure.advanceEm(item.face, character.codePointAt(0)!) + last;
  }
  // What is added after the last character moves nothing; what is taken from it is the blank half of a mark.
  widthEm -= Math.max(0, last);
  return {
    left: item.xPt,
    top: item.yPt - 0.88 * item.sizePt,
    right: item.xPt + widthEm * item.sizePt,
    bottom: item.yPt + 0.12 * item.sizePt,
  };
}

function pathExtent(item: PathItem): Extent {
  const half = (item.stroke?.widthPt ?? 0) / 2;
  const extent = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const grow = (x: number, y: number): void => {
    extent.left = Math.min(extent.left, x - half);
    extent.top = Math.min(extent.top, y - half);
    extent.right = Math.max(extent.right, x + half);
    extent.bottom = Math.max(extent.bottom, y + half);
  };
  for (const operator of item.operators) {
    if (operator[0] === 're') {
      const [, x, y, width, height] = operator;
      grow(x, y);
      grow(x + width, y + height);
      continue;
    }
    for (let i = 1; i < operator.length; i += 2) grow(operator[i] as number, operator[i + 1] as number);
  }
  return extent;
}

function extentOf(item: Exclude<PageItem, LinkItem>, measure: Measure): Extent {
  switch (item.kind) {
    case 'text':
      return textExtent(item, measure);
    case 'path':
      return pathExtent(item);
    case 'check-box':
      return {
        left: item.xPt,
        top: item.yPt,
        right: item.xPt + item.sizePt,
        bottom: item.yPt + item.sizePt,
      };
  }
}

/** Distance to the nearest edge; an item without ink is nowhere near. */
function edgeDistanceMm({ left, top, right, bottom }: Extent, page: Page): number {
  const distance = Math.min(left, top, page.widthPt - right, page.heightPt - bottom);
  return distance / pointsPerMillimetre;
}

/**
 * A heading that is repeated on the next page has no nodes: there a reading is what stands small above the text, two
 * lines of it at most.
 */
function isReading(item: TextItem, before: TextItem | null, document: PagedDocument): boolean {
  if (item.struct !== null) return document.structure[item.struct]?.type === 'RT';
  if (before === null || before.struct !== null || item.sizePt > 0.6 * before.sizePt) return false;
  return item.yPt < before.yPt && item.yPt > before.yPt - 4 * before.sizePt;
}

const round = (value: number): number => Math.round(value * 10) / 10;

interface Worst {
  edgeMm: number;
  textPt: number;
  text: string;
  linePt: number;
  grayPercent: number | null;
}

function findWorst(page: Page, document: PagedDocument, measure: Measure): Worst {
  const worst: Worst = { edgeMm: Infinity, textPt: Infinity, text: '', linePt: Infinity, grayPercent: null };
  /** The last text that is no reading. */
  let base: TextItem | null = null;
  for (const item of page.items) {
    // A link has no ink.
    if (item.kind !== 'link') {
      worst.edgeMm = Math.min(worst.edgeMm, edgeDistanceMm(extentOf(item, measure), page));
    }
    if (item.kind === 'text') {
      const reads = isReading(item, base, document);
      if (!reads) base = item;
      const minimum = reads ? minimumRubyPt : minimumTextPt;
      if (item.sizePt < minimum - 0.01 && item.sizePt < worst.textPt) {
        worst.textPt = item.sizePt;
        worst.text = item.text;
      }
    }
    if (item.kind !== 'path') continue;
    if (item.stroke) worst.linePt = Math.min(worst.linePt, item.stroke.widthPt);
    const { fill } = item;
    if (fill === undefined || fill === 0 || fill === 1) continue;
    if (fill < darkestLightFill || !item.stroke) worst.grayPercent = Math.round((1 - fill) * 100);
  }
  return worst;
}

export function inspectPrint(document: PagedDocument, measure: Measure): Problem[] {
  const problems: Problem[] = [];
  const report = (code: string, values: Record<string, string | number>): void => {
    problems.push({ severity: 'error', code, path: '', values });
  };
  document.pages.forEach((page, index) => {
    const number = index + 1;
    const worst = findWorst(page, document, measure);
    if (worst.edgeMm < edgeMm - 0.01) {
      report('print-near-edge', { page: number, found: round(worst.edgeMm), limit: edgeMm });
    }
    if (worst.text !== '') {
      report('print-small-text', { page: number, found: round(worst.textPt), text: worst.text });
    }
    if (worst.linePt < minimumLinePt - 0.001) {
      report('print-thin-line', { page: number, found: worst.linePt, limit: minimumLinePt });
    }
    if (worst.grayPercent !== null) report('print-gray', { page: number, found: worst.grayPercent });
    if (page.items.some(({ kind }) => kind === 'check-box')) report('print-has-fields', { page: number });
  });
  return problems;
}
