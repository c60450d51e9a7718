import type { TreeElement } from '../document/types.ts';
import type { StyledPath } from './cascade.ts';
import { leadingCheckBox } from './check-box.ts';
import type { ComputedStyle } from './computed-style.ts';
import { contentWidth } from './frame.ts';
import { titleOf } from './plain-text.ts';
import type { StyleContext } from './style-context.ts';
import { addInlines, inlinesOf, NO_MARKS } from './style-inlines.ts';
import type { BoxFrame, Inline, ParagraphBox, ParagraphStyle } from './types.ts';

const HEADING_LEVELS: Readonly<Record<string, 1 | 2 | 3>> = { h1: 1, h2: 2, h3: 3 };

/** `p`, headings, cells of tables. A heading is a line of the bookmarks. */
export function styleParagraph(
  element: TreeElement,
  path: StyledPath,
  frame: BoxFrame,
  context: StyleContext,
): ParagraphBox {
  const lang = element.lang ?? context.lang;
  const level = HEADING_LEVELS[element.name];
  if (level !== undefined && frame.struct !== null) {
    const second = context.secondTitles.get(element);
    const title = second ? `${titleOf(element)} ${titleOf(second)}` : titleOf(element);
    frame.outline = { title, lang, level };
  }
  return makeParagraph(path, frame, inlinesOf(element, path, frame.struct, context), lang, context);
}

/** A box and its text on one line: in a list an LI, with the box as its Lbl where the box tells something. */
export function styleChoice(
  element: TreeElement,
  path: StyledPath,
  frame: BoxFrame,
  context: StyleContext,
): ParagraphBox {
  const lang = element.lang ?? context.lang;
  const item = frame.struct;
  const isItem = item !== null && context.structure.nodes[item]?.type === 'LI';
  const label = !element.attributes.alt ? null : isItem ? context.structure.add('Lbl', item, lang) : item;
  const body = isItem ? context.structure.add('LBody', item, lang) : item;
  const inlines = leadingCheckBox(element, path, label, context);
  addInlines(element, path, body, NO_MARKS, context, inlines);
  return makeParagraph(path, frame, inlines, lang, context);
}

export function makeParagraph(
  path: StyledPath,
  frame: BoxFrame,
  inlines: Inline[],
  lang: string,
  context: StyleContext,
): ParagraphBox {
  const { style } = path;
  const measurePt = contentWidth(frame);
  const known = style.paragraph;
  const set =
    known !== null && known.measurePt === measurePt && known.lang === lang
      ? known
      : makeParagraphStyle(style, measurePt, lang);
  const box: ParagraphBox = { kind: 'paragraph', frame, inlines, sizePt: style.fontSizePt, style: set };
  context.paragraphs.push(box);
  return box;
}

function makeParagraphStyle(style: ComputedStyle, measurePt: number, lang: string): ParagraphStyle {
  const made: ParagraphStyle = {
    measurePt,
    leadingPt: style.lineHeightPt,
    align: style.textAlign,
    strictness: style.strictness,
    wrap: style.wrap,
    gapEm: style.autospaceEm,
    indentPt: style.textIndentPt,
    lang,
  };
  style.paragraph = made;
  return made;
}
