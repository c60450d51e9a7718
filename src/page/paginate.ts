/**
 * Stage 8. In: boxes and their lines. Out: pages with absolute positions, the logical structure, bookmarks.
 * Refuses to decide anything about text; what does not fit moves on to the next page, nothing ever shrinks.
 */
import type { Line } from '../line/types.ts';
import type { Problem } from '../problem.ts';
import type { ParagraphBox, StyledBox, StyledDocument } from '../style/types.ts';
import { emitBox } from './emit-box.ts';
import { type FlowUnit, listFlowUnits } from './flow-units.ts';
import { layOutBox } from './lay-out-box.ts';
import type { LayoutContext } from './layout-context.ts';
import type { OutlineEntry, Page, PagedDocument, PageItem } from './types.ts';

/** A running head or foot with its page numbers filled in and its lines set. */
export interface RunningLines {
  box: StyledBox;
  lines: Map<ParagraphBox, Line[]>;
}

/** Null where the page has none. */
export type RunningFor = (which: 'head' | 'foot', page: number, total: number) => RunningLines | null;

export interface Paginated {
  document: PagedDocument;
  problems: Problem[];
}

export function paginate(
  styled: StyledDocument,
  lines: ReadonlyMap<ParagraphBox, Line[]>,
  running: RunningFor,
): Paginated {
  const problems: Problem[] = [];
  const { widthPt, heightPt, margin, footPt } = styled.page;
  const { topPt, bottomPt, leftPt } = margin;
  const structure = [...styled.structure];
  const contextOf = (own: LayoutContext['lines']): LayoutContext => {
    const outline: OutlineEntry[] = [];
    const flowHeightPt = heightPt - topPt - bottomPt;
    return { lines: own, links: styled.links, structure, outline, late: [], flowHeightPt, pageIndex: 0 };
  };
  const context = contextOf(lines);
  const top = (page: number): number => {
    const head = running('head', page, page);
    if (!head) return topPt;
    const laid = layOutBox(head.box, contextOf(head.lines));
    return topPt + (laid.heightPt + laid.frame.marginBottomPt);
  };
  const sheets = breakPages(listFlowUnits(styled.flow, context), top, heightPt - bottomPt, problems);
  const pages: Page[] = [];
  for (const placed of sheets) {
    const items: PageItem[] = [];
    context.pageIndex = pages.length;
    emitRunning('head', topPt, items);
    for (const { unit, yPt, artifact } of placed) {
      const from = items.length;
      const bookmarks = context.outline.length;
      emitBox(unit.laid, items, leftPt + unit.xPt, yPt, unit.laid.heightPt, context);
      if (!artifact) continue;
      for (let i = from; i < items.length; i += 1) makeArtifact(items[i] as PageItem);
      context.outline.length = bookmarks;
    }
    emitRunning('foot', footPt, items);
    pages.push({ widthPt, heightPt, items });
  }
  function emitRunning(which: 'head' | 'foot', yPt: number, items: PageItem[]): void {
    const found = running(which, pages.length + 1, sheets.length);
    if (!found) return;
    const own = contextOf(found.lines);
    const laid = layOutBox(found.box, own);
    emitBox(laid, items, leftPt + laid.xPt, yPt, laid.heightPt, own);
  }
  const { outline } = context;
  return { document: { title: styled.title, lang: styled.lang, pages, structure, outline }, problems };
}

interface PlacedUnit {
  unit: Pick<FlowUnit, 'laid' | 'xPt'>;
  yPt: number;
  artifact: boolean;
}

function breakPages(
  listed: readonly FlowUnit[],
  top: (page: number) => number,
  bottom: number,
  problems: Problem[],
): PlacedUnit[][] {
  const units = [...listed];
  /** Columns of which a part stands on the page before. */
  let cutAt = -1;
  let page: PlacedUnit[] = [];
  /** Whether anything but repeated heads stands on it. */
  let isOpen = false;
  const pages = [page];
  let yPt = top(1);
  for (let i = 0; i < units.length; ) {
    let end = i + 1;
    while (
      end < units.length &&
      (units[end - 1] as FlowUnit).keepWithNext &&
      !(units[end] as FlowUnit).startsPage
    )
      end += 1;
    const chunk = units.slice(i, end);
    const first = chunk[0] as FlowUnit;
    const height = leastHeight(chunk);
    const isFull = isOpen && yPt + first.gapPt + height > bottom + 0.01;
    if (isFull && first.optional && chunk.length === 1) {
      i = end;
      continue;
    }
    if (isFull || (isOpen && first.startsPage)) {
      page = [];
      isOpen = false;
      pages.push(page);
      yPt = top(pages.length);
      if (!first.startsPage) yPt = placeHeads(first, cutAt === i ? first : units[i - 1], page, yPt);
    }
    // A chunk taller than a page gives up its keeps; a single unit that is too tall is the template's mistake.
    const whole = yPt + height <= bottom + 0.01;
    for (const unit of whole ? chunk : chunk.slice(0, 1)) {
      const at = isOpen ? yPt + unit.gapPt : yPt;
      const breaks = unit.columns !== undefined && at + unit.columns.leastPt <= bottom + 0.01;
      if (unit.columns && breaks && at + unit.laid.heightPt > bottom + 0.01) {
        const { laid, rest } = unit.columns.cut(bottom - at);
        page.push({ unit: { laid, xPt: unit.xPt }, yPt: at, artifact: false });
        isOpen = true;
        units[i] = { ...unit, laid: rest.laid, columns: rest };
        cutAt = i;
        yPt = bottom;
        break;
      }
      if (at + unit.laid.heightPt > bottom + 0.01) {
        const excess = Math.ceil(at + unit.laid.heightPt - bottom);
        problems.push({
          severity: 'error',
          code: 'box-too-tall',
          path: '',
          values: { page: pages.length, points: excess },
        });
      }
      // What comes again has been read once.
      page.push({ unit, yPt: at, artifact: page[page.length - 1]?.unit === unit });
      isOpen = true;
      yPt = at + unit.laid.heightPt;
      if (unit.fills) break;
      i += 1;
    }
  }
  return pages;
}

function leastHeight(chunk: FlowUnit[]): number {
  let heightPt = 0;
  for (let i = 0; i < chunk.length; i += 1) {
    const { laid, columns, gapPt } = chunk[i] as FlowUnit;
    heightPt += columns?.leastPt ?? laid.heightPt;
    if (i > 0) heightPt += gapPt;
  }
  return heightPt;
}

/** Heads of the parents that the break falls into: those that the unit before the break had too. */
function placeHeads(first: FlowUnit, before: FlowUnit | undefined, page: PlacedUnit[], yPt: number): number {
  let y = yPt;
  for (const head of first.heads.filter((h) => before?.heads.includes(h))) {
    page.push({ unit: head, yPt: y, artifact: true });
    y += head.laid.heightPt + head.gapPt;
  }
  return y;
}

/** A repeated head has been read once. */
function makeArtifact(item: PageItem): void {
  if (item.kind === 'text' || item.kind === 'path') item.struct = null;
}
