/**
 * Lines of a paragraph on their constant pitch: first all their text, so that it is one sequence to who searches or
 * copies it, then the readings, dots and links. Ruby gets its nodes here, one a line, since none may run over two (ISO
 * 32000-1 §14.8.4.4.3).
 */
import type { Fragment, Line, TextFragment } from '../line/types.ts';
import type { Language, ParagraphBox } from '../style/types.ts';
import { drawObject } from './draw.ts';
import type { LayoutContext, LinkTarget } from './layout-context.ts';
import type { Area, PageItem } from './types.ts';

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
  emitLines(out, lines, xPt, yPt + baselineInLine(leadingPt, sizePt), leadingPt, context);
}

/** Draws `lines` with the baseline of the first at `firstPt`. */
export function emitLines(
  out: PageItem[],
  lines: Line[],
  xPt: number,
  firstPt: number,
  leadingPt: number,
  context: LayoutContext,
): void {
  for (let i = 0; i < lines.length; i += 1)
    emitLine(out, lines[i] as Line, xPt, firstPt + i * leadingPt, leadingPt, context);
  const { late } = context;
  if (late.length === 0) return;
  for (let i = 0; i < late.length; i += 1) out.push(late[i] as PageItem);
  late.length = 0;
}

function emitLine(
  out: PageItem[],
  line: Line,
  xPt: number,
  baselinePt: number,
  leadingPt: number,
  context: LayoutContext,
): void {
  const { fragments } = line;
  const { late, links } = context;
  let rubies: RubyGroup[] | null = null;
  let told = 0;
  for (let i = 0; i < fragments.length; i += 1) {
    const fragment = fragments[i] as Fragment;
    const { struct } = fragment;
    const x = xPt + fragment.xPt;
    if (fragment.kind === 'object') {
      const { drawing } = fragment;
      // A written value is text on the baseline of its line.
      if (drawing.kind === 'writing-line' && drawing.value)
        for (const written of context.lines.get(drawing.value) ?? [])
          emitLine(out, written, x, baselinePt, leadingPt, context);
      drawObject(out, fragment, x, baselinePt);
      continue;
    }
    const { text, face, sizePt, lang, adjustEm, role } = fragment;
    let own = struct;
    if (role === 'emphasis') {
      // Emphasis dots are marks of the typesetter, not content (UA-1 7.1).
      own = null;
    } else if (role !== 'text' && struct !== null) {
      const { rubyGroup } = fragment;
      rubies ??= [];
      if (role === 'ruby-base') {
        if (rubies[rubies.length - 1]?.id !== rubyGroup)
          rubies.push(addRuby(rubyGroup, struct, lang, context));
        own = (rubies[rubies.length - 1] as RubyGroup).base;
      } else {
        // Readings come in the order of their bases.
        while ((rubies[told] as RubyGroup).id !== rubyGroup) told += 1;
        own = (rubies[told] as RubyGroup).reading;
      }
    }
    const yPt = baselinePt - fragment.risePt;
    const isLate = role === 'ruby-text' || role === 'emphasis';
    const into: PageItem[] = isLate ? late : out;
    into.push({ kind: 'text', xPt: x, yPt, text, face, sizePt, lang, adjustEm, struct: own });
    if (struct === null || isLate) continue;
    const target = links.get(struct);
    if (target === undefined) continue;
    const widthPt = rightOf(line, i) - fragment.xPt;
    const topPt = baselinePt - baselineInLine(leadingPt, sizePt);
    addLinkArea({ xPt: x, yPt: topPt, widthPt, heightPt: leadingPt }, target, struct, lang, context);
  }
}

/** Of a link one area a line. */
function addLinkArea(
  area: Area,
  { href, contents }: LinkTarget,
  struct: number,
  lang: Language,
  { late }: LayoutContext,
): void {
  for (let i = late.length - 1; i >= 0; i -= 1) {
    const item = late[i] as LayoutContext['late'][number];
    if (item.kind !== 'link' || item.struct !== struct) continue;
    const last = item.areas[item.areas.length - 1] as Area;
    if (last.yPt === area.yPt) last.widthPt = area.xPt + area.widthPt - last.xPt;
    else item.areas.push(area);
    return;
  }
  late.push({ kind: 'link', areas: [area], href, contents, lang, struct });
}

/** Where a fragment ends: where the next one begins, or the end of the line. */
function rightOf({ fragments, widthPt }: Line, index: number): number {
  const next: Fragment | undefined = fragments[index + 1];
  return next === undefined || (next.kind === 'text' && isMark(next)) ? widthPt : next.xPt;
}

/** What stands over or under the text. */
function isMark({ role }: TextFragment): boolean {
  return role === 'ruby-text' || role === 'emphasis';
}

/** The nodes of a base and its reading. */
interface RubyGroup {
  id: number;
  base: number;
  reading: number;
}

function addRuby(id: number, parent: number, lang: Language, { structure }: LayoutContext): RubyGroup {
  const ruby = structure.push({ type: 'Ruby', parent, lang }) - 1;
  const base = structure.push({ type: 'RB', parent: ruby, lang }) - 1;
  const reading = structure.push({ type: 'RT', parent: ruby, lang }) - 1;
  return { id, base, reading };
}
