/** Lines of a paragraph on their constant pitch; ruby gets its nodes here, one a line, since none may run over two (ISO 32000-1 §14.8.4.4.3). */
import type { Fragment, Line, TextFragment } from '../line/types.ts';
import type { Language, ParagraphBox } from '../style/types.ts';
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
  const firstPt = yPt + baselineInLine(leadingPt, sizePt);
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

export function emitLine(
  out: PageItem[],
  line: Line,
  xPt: number,
  baselinePt: number,
  context: LayoutContext,
): void {
  const { fragments } = line;
  let ruby: RubyGroup | null = null;
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
      const { drawing } = fragment;
      // A written value is text on the baseline of its line.
      if (drawing.kind === 'writing-line' && drawing.value)
        for (const written of context.lines.get(drawing.value) ?? [])
          emitLine(out, written, x, baselinePt, context);
      drawObject(out, fragment, x, baselinePt);
      continue;
    }
    const { text, face, sizePt, lang, adjustEm, role } = fragment;
    let own = struct;
    if (role === 'emphasis') {
      // Emphasis dots are marks of the typesetter, not content (UA-1 7.1).
      own = null;
    } else if (role !== 'text' && struct !== null) {
      if (ruby?.id !== fragment.rubyGroup) ruby = addRuby(fragment.rubyGroup, struct, lang, context);
      own = role === 'ruby-base' ? ruby.base : ruby.reading;
    }
    out.push({
      kind: 'text',
      xPt: x,
      yPt: baselinePt - fragment.risePt,
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

/** Where a fragment ends: where the next one begins, or the end of the line. */
function rightOf(line: Line, index: number): number {
  const next: Fragment | undefined = line.fragments[index + 1];
  return next ? next.xPt : line.widthPt;
}

/** The nodes of a base and its reading, which follows it. */
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
