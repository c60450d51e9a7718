/** What must not be on a page, as sentences that name the place. */
import type { FontLibrary } from '../../../src/font/types.ts';
import type { Page, PagedDocument, PathItem, TextItem } from '../../../src/page/types.ts';

const MM = 72 / 25.4;
const EDGE_PT = 11 * MM;
const SMALLEST_PT = 8.5;
/** Rounding of places. */
const TOLERANCE_PT = 0.3;

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Extent of the ink, as good as advances tell, without a blank at its end: Han fills 0.8 em above its baseline, the rest less; both 0.06 below. */
function boxOf(item: TextItem, fonts: FontLibrary): Box {
  const { xPt, yPt, sizePt, face } = item;
  let width = 0;
  [...item.text.trimEnd()].forEach((character, index) => {
    width +=
      (fonts.measure.advanceEm(face, character.codePointAt(0)!) + (item.adjustEm?.[index] ?? 0)) * sizePt;
  });
  return {
    left: xPt,
    top: yPt - (/\p{Script=Han}/u.test(item.text) ? 0.8 : 0.74) * sizePt,
    right: xPt + width,
    bottom: yPt + 0.06 * sizePt,
  };
}

const meet = (a: Box, b: Box, by = TOLERANCE_PT): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > by &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > by;

const textsOf = (page: Page): TextItem[] => page.items.filter((item) => item.kind === 'text');
const pathsOf = (page: Page): PathItem[] => page.items.filter((item) => item.kind === 'path');

const eachPage = (pages: PagedDocument, find: (page: Page) => string[]): string[] =>
  pages.pages.flatMap((page, index) => find(page).map((fault) => `p${index + 1}: ${fault}`));

const at = ({ text, xPt, yPt }: TextItem): string => `“${text}” at ${Math.round(xPt)},${Math.round(yPt)}`;

/** What a Japanese face lacks is lent by the extended Chinese one: names alone need that. */
export function outsideFace(pages: PagedDocument): string[] {
  return eachPage(pages, (page) =>
    textsOf(page)
      .filter(({ lang, face }) => {
        if (lang.startsWith('ja')) return !face.startsWith('jp-');
        return lang.startsWith('zh') && !face.startsWith('sc-');
      })
      .map((item) => `${at(item)} is ${item.lang} in ${item.face}`),
  );
}

export function belowSmallest(pages: PagedDocument): string[] {
  return eachPage(pages, (page) => {
    const items = textsOf(page);
    return items
      .filter((item) => item.sizePt < SMALLEST_PT && !isReading(item, items, pages))
      .map((item) => `${at(item)} in ${item.sizePt} pt`);
  });
}

/** A repeated head is no content and has no structure: its readings are known by the base of twice their size below. */
function isReading(item: TextItem, items: readonly TextItem[], pages: PagedDocument): boolean {
  if (item.struct !== null) return pages.structure[item.struct]?.type === 'RT';
  return items.some(({ sizePt, yPt }) => {
    const below = yPt - item.yPt;
    return Math.abs(sizePt - 2 * item.sizePt) < 0.01 && below > 0 && below < 1.2 * sizePt;
  });
}

export function nearEdge(pages: PagedDocument, fonts: FontLibrary): string[] {
  return eachPage(pages, (page) => {
    const outside = ({ left, top, right, bottom }: Box) =>
      left < EDGE_PT - TOLERANCE_PT ||
      top < EDGE_PT - TOLERANCE_PT ||
      right > page.widthPt - EDGE_PT + TOLERANCE_PT ||
      bottom > page.heightPt - EDGE_PT + TOLERANCE_PT;
    return [
      ...textsOf(page)
        .filter((item) => outside(boxOf(item, fonts)))
        .map(at),
      ...pathsOf(page)
        .filter((item) => outside(extentOf(item)))
        .map((item) => `a drawing at ${JSON.stringify(extentOf(item))}`),
    ];
  });
}

export function overlappingTexts(pages: PagedDocument, fonts: FontLibrary): string[] {
  return eachPage(pages, (page) => {
    // A space has no ink: in a gap narrower than itself it lies under its neighbour.
    const inked = textsOf(page).filter(({ text }) => text.trim() !== '');
    const items = inked.map((item) => ({ item, box: boxOf(item, fonts) }));
    items.sort((a, b) => a.box.top - b.box.top);
    const faults: string[] = [];
    items.forEach(({ item, box }, index) => {
      for (const other of items.slice(index + 1)) {
        if (other.box.top > box.bottom) break;
        if (meet(box, other.box)) faults.push(`${at(item)} and ${at(other.item)}`);
      }
    });
    return faults;
  });
}

const BLOCKS = /^(?:P|H[1-6]|TD|TH|Lbl)$/u;

/** The paragraph, heading or cell that a text belongs to; null for what is repeated on the pages. */
function blockOf(struct: number | null, pages: PagedDocument): number | null {
  for (let id = struct; id !== null; id = pages.structure[id]?.parent ?? null)
    if (BLOCKS.test(pages.structure[id]?.type ?? '')) return id;
  return null;
}

/** Two columns whose texts nearly touch are read as one sentence. */
const LEAST_GAP_PT = 1.1 * MM;

export function touchingColumns(pages: PagedDocument, fonts: FontLibrary): string[] {
  return eachPage(pages, (page) => {
    const items = textsOf(page).flatMap((item) => {
      const block = blockOf(item.struct, pages);
      if (block === null || item.text.trim() === '') return [];
      const box = boxOf(item, fonts);
      // The left half of an opening bracket is blank.
      if (/^[\uFF08\u300C\u300E\u300A]/u.test(item.text)) box.left += 0.5 * item.sizePt;
      return [{ item, block, box }];
    });
    items.sort((a, b) => a.item.yPt - b.item.yPt);
    return items.flatMap(({ item, block, box }, index) => {
      const beside = items
        .slice(index + 1)
        .filter((other) => other.item.yPt - item.yPt < 0.5 * item.sizePt && other.block !== block);
      return beside
        .filter(({ box: other }) => {
          const gap = Math.max(box.left, other.left) - Math.min(box.right, other.right);
          return gap > -TOLERANCE_PT && gap < LEAST_GAP_PT;
        })
        .map((other) => `${at(item)} and ${at(other.item)}`);
    });
  });
}

const HEADS = /^H[1-6]$/u;

/** The flow's last text on a page must not be a head. */
export function headsAtFoot(pages: PagedDocument): string[] {
  return eachPage(pages, (page) => {
    const flow = textsOf(page).filter(({ struct }) => struct !== null);
    const lowest = Math.max(...flow.map(({ yPt }) => yPt));
    const last = flow.filter(({ yPt }) => yPt > lowest - 3);
    const inHead = ({ struct }: TextItem): boolean =>
      HEADS.test(pages.structure[blockOf(struct, pages) ?? -1]?.type ?? '');
    return last.length > 0 && last.every(inHead) ? last.map(at) : [];
  });
}

/** Shorter bars have no room for a word, nor for a number. */
const SHORTEST_NAMED_PT = 5 * MM;

/** A bar of the time line without a word tells nothing. */
export function namelessBars(pages: PagedDocument): string[] {
  return eachPage(pages, (page) =>
    pathsOf(page)
      .filter(({ stroke, fill }) => stroke?.widthPt === 0.8 && (stroke.dashPt || fill !== undefined))
      .map(extentOf)
      .filter(({ left, right, top, bottom }) => {
        const shortest = Math.min(right - left, bottom - top);
        if (right - left < SHORTEST_NAMED_PT || shortest < SHORTEST_NAMED_PT) return false;
        return !textsOf(page).some(({ xPt, yPt }) => xPt > left && xPt < right && yPt > top && yPt < bottom);
      })
      .map((box) => `a bar at ${JSON.stringify(box)}`),
  );
}

export function textsOverRules(pages: PagedDocument, fonts: FontLibrary): string[] {
  return eachPage(pages, (page) => {
    const strokes = pathsOf(page).flatMap(inkOf);
    return textsOf(page)
      .filter((item) => {
        const box = boxOf(item, fonts);
        return item.text.trim() !== '' && strokes.some((ink) => meet(box, ink, 0));
      })
      .map(at);
  });
}

/** Where a path leaves ink: its strokes one by one, and what it fills with more than a tint. */
function inkOf(item: PathItem): Box[] {
  const boxes: Box[] = [];
  if (item.fill !== undefined && item.fill < 0.5) boxes.push(extentOf(item));
  if (!item.stroke) return boxes;
  const half = item.stroke.widthPt / 2;
  const stroke = (x: number, y: number, toX: number, toY: number) => {
    // Slanting strokes are those of ticks and curves, small enough to be taken whole.
    boxes.push({
      left: Math.min(x, toX) - half,
      top: Math.min(y, toY) - half,
      right: Math.max(x, toX) + half,
      bottom: Math.max(y, toY) + half,
    });
  };
  let [x, y] = [0, 0];
  for (const operator of item.operators) {
    if (operator[0] === 're') {
      const [, left, top, width, height] = operator;
      stroke(left, top, left + width, top);
      stroke(left, top + height, left + width, top + height);
      stroke(left, top, left, top + height);
      stroke(left + width, top, left + width, top + height);
    } else {
      const [toX, toY] = operator.slice(1) as [number, number];
      if (operator[0] !== 'm') stroke(x, y, toX, toY);
      [x, y] = [toX, toY];
    }
  }
  return boxes;
}

function extentOf(item: PathItem): Box {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const operator of item.operators) {
    if (operator[0] === 're') {
      const [, left, top, width, height] = operator;
      xs.push(left, left + width);
      ys.push(top, top + height);
    } else {
      const numbers = operator.slice(1) as number[];
      for (const [index, value] of numbers.entries()) (index % 2 === 0 ? xs : ys).push(value);
    }
  }
  const half = (item.stroke?.widthPt ?? 0) / 2;
  return {
    left: Math.min(...xs) - half,
    top: Math.min(...ys) - half,
    right: Math.max(...xs) + half,
    bottom: Math.max(...ys) + half,
  };
}
