/** Lines of a paragraph on their constant pitch; ruby gets its nodes here, one a line, since none may run over two (ISO 32000-1 §14.8.4.4.3). */
import type { Fragment, Line, TextFragment } from '../line/types.ts';
import type { ParagraphBox } from '../style/types.ts';
import { drawObject } from './draw.ts';
import type { LaidBox, LayoutContext } from './layout-context.ts';
import type { PageItem } from './types.ts';

/** Ascent of the em box, from OS/2 typo values, not hhea (R55). */
const EM_ASCENT = 0.88;

/** From the top of a line to its baseline: the em box is centred in the leading. */
export function baselineInLine(leadingPt: number, sizePt: number): number {
  return (leadingPt - sizePt) / 2 + EM_ASCENT * sizePt;
}

/** Draws `lines` with the top of the first at y. */
export function emitLines(
  out: PageItem[],
  box: ParagraphBox,
  lines: Line[],
  xPt: number,
  yPt: number,
  context: LayoutContext,
): void {
  const first = yPt + baselineInLine(box.style.leadingPt, box.sizePt);
  lines.forEach((line, index) => {
    emitLine(out, line, xPt, first + index * box.style.leadingPt, context);
  });
}

function emitLine(
  out: PageItem[],
  line: Line,
  xPt: number,
  baselinePt: number,
  context: LayoutContext,
): void {
  const groups: RubyGroup[] = [];
  let link: { struct: number; fromPt: number; toPt: number; fragment: TextFragment } | null = null;
  const closeLink = (): void => {
    if (!link) return;
    const target = context.links.get(link.struct);
    if (target) {
      const { sizePt, lang } = link.fragment;
      const [top, height] = [baselinePt - EM_ASCENT * sizePt, sizePt];
      const widthPt = link.toPt - link.fromPt;
      out.push({
        kind: 'link',
        xPt: link.fromPt,
        yPt: top,
        widthPt,
        heightPt: height,
        ...target,
        lang,
        struct: link.struct,
      });
    }
    link = null;
  };
  line.fragments.forEach((fragment, index) => {
    const x = xPt + fragment.xPt;
    const struct = fragment.struct;
    if (link && struct !== link.struct) closeLink();
    if (fragment.kind === 'object') {
      drawObject(out, fragment, x, baselinePt, (value, left, y) => {
        for (const line of context.lines.get(value) ?? []) emitLine(out, line, left, y, context);
      });
      return;
    }
    out.push({
      kind: 'text',
      xPt: x,
      yPt: baselinePt - fragment.risePt,
      text: fragment.text,
      face: fragment.face,
      sizePt: fragment.sizePt,
      lang: fragment.lang,
      adjustEm: fragment.adjustEm,
      struct: fragment.role === 'text' ? struct : structOf(fragment, groups, context),
    });
    if (struct !== null && context.links.has(struct)) {
      const toPt = x + rightOf(line, index) - fragment.xPt;
      link = link ? { ...link, toPt } : { struct, fromPt: x, toPt, fragment };
    }
  });
  closeLink();
}

/** Where a fragment ends: where the next one begins, or the end of the line. */
function rightOf(line: Line, index: number): number {
  const next: Fragment | undefined = line.fragments[index + 1];
  return next ? next.xPt : line.widthPt;
}

/** The nodes of a base and its reading; a line has few. */
interface RubyGroup {
  id: number;
  base: number;
  reading: number;
}

function structOf(fragment: TextFragment, groups: RubyGroup[], context: LayoutContext): number | null {
  const { role, rubyGroup, struct, lang } = fragment;
  // Emphasis dots are marks of the typesetter, not content (UA-1 7.1).
  if (struct === null || role === 'emphasis') return null;
  let group = groups.find(({ id }) => id === rubyGroup);
  if (!group) {
    const ruby = context.structure.push({ type: 'Ruby', parent: struct, lang }) - 1;
    const base = context.structure.push({ type: 'RB', parent: ruby, lang }) - 1;
    const reading = context.structure.push({ type: 'RT', parent: ruby, lang }) - 1;
    group = { id: rubyGroup, base, reading };
    groups.push(group);
  }
  return role === 'ruby-base' ? group.base : group.reading;
}

export function layOutParagraph(box: ParagraphBox, context: LayoutContext): LaidBox {
  const lines = context.lines.get(box) ?? [];
  return {
    heightPt: lines.length * box.style.leadingPt,
    baselinePt: lines.length > 0 ? baselineInLine(box.style.leadingPt, box.sizePt) : null,
    emit(out, xPt, yPt) {
      emitLines(out, box, lines, xPt, yPt, context);
    },
  };
}
