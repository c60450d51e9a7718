/** Lines of a paragraph on their constant pitch; ruby gets its nodes here, one a line, since none may run over two (ISO 32000-1 §14.8.4.4.3). */
import type { Fragment, Line, ObjectFragment, TextFragment } from '../line/types.ts';
import type { ParagraphBox } from '../style/types.ts';
import { drawObject } from './draw.ts';
import type { LayoutContext, LinkTarget } from './layout-context.ts';
import type { PageItem } from './types.ts';

/** Ascent of the em box, from OS/2 typo values, not hhea (R55). */
const EM_ASCENT = 0.88;

/** From the top of a line to its baseline: the em box is centred in the leading. */
export function baselineInLine(leadingPt: number, sizePt: number): number {
  return (leadingPt - sizePt) / 2 + EM_ASCENT * sizePt;
}

/** Draws `lines` with the top of the first at y. */
export function emitParagraph(
  out: PageItem[],
  { style, sizePt }: ParagraphBox,
  lines: Line[],
  xPt: number,
  yPt: number,
  context: LayoutContext,
): void {
  const { leadingPt } = style;
  emitLines(out, lines, leadingPt, xPt, yPt + baselineInLine(leadingPt, sizePt), context);
}

export function emitLines(
  out: PageItem[],
  lines: Line[],
  leadingPt: number,
  xPt: number,
  firstPt: number,
  context: LayoutContext,
): void {
  for (let i = 0; i < lines.length; i += 1)
    emitLine(out, lines[i] as Line, xPt, firstPt + i * leadingPt, context);
}

/** A link as far as its fragments have come. */
interface OpenLink {
  struct: number;
  target: LinkTarget;
  first: TextFragment;
  fromPt: number;
  toPt: number;
}

function emitLine(
  out: PageItem[],
  line: Line,
  xPt: number,
  baselinePt: number,
  context: LayoutContext,
): void {
  const { fragments } = line;
  const groups: RubyGroup[] = [];
  let link: OpenLink | null = null;
  for (let i = 0; i < fragments.length; i += 1) {
    const fragment = fragments[i] as Fragment;
    const { struct } = fragment;
    const x = xPt + fragment.xPt;
    if (link !== null && struct !== link.struct) {
      emitLink(out, link, baselinePt);
      link = null;
    }
    if (fragment.kind === 'object') {
      emitObject(out, fragment, x, baselinePt, context);
      continue;
    }
    const { text, face, sizePt, lang, adjustEm, risePt } = fragment;
    const own = fragment.role === 'text' ? struct : structOf(fragment, groups, context);
    out.push({
      kind: 'text',
      xPt: x,
      yPt: baselinePt - risePt,
      text,
      face,
      sizePt,
      lang,
      adjustEm,
      struct: own,
    });
    const target: LinkTarget | undefined = struct === null ? undefined : context.links.get(struct);
    if (struct === null || target === undefined) continue;
    link ??= { struct, target, first: fragment, fromPt: x, toPt: x };
    link.toPt = x + rightOf(line, i) - fragment.xPt;
  }
  if (link !== null) emitLink(out, link, baselinePt);
}

function emitLink(
  out: PageItem[],
  { struct, target, first, fromPt, toPt }: OpenLink,
  baselinePt: number,
): void {
  const { sizePt, lang } = first;
  const { href, contents } = target;
  const yPt = baselinePt - EM_ASCENT * sizePt;
  const widthPt = toPt - fromPt;
  out.push({ kind: 'link', xPt: fromPt, yPt, widthPt, heightPt: sizePt, href, contents, lang, struct });
}

/** A written value is text on the baseline of its line. */
function emitObject(
  out: PageItem[],
  fragment: ObjectFragment,
  xPt: number,
  baselinePt: number,
  context: LayoutContext,
): void {
  const { drawing } = fragment;
  if (drawing.kind === 'writing-line' && drawing.value) {
    for (const line of context.lines.get(drawing.value) ?? []) emitLine(out, line, xPt, baselinePt, context);
  }
  drawObject(out, fragment, xPt, baselinePt);
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
