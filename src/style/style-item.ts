/** Items of lists: a mark that hangs to the left and the rest beside it. */
import type { TreeElement } from '../document/types.ts';
import type { StyledPath } from './cascade.ts';
import { makeFrame } from './frame.ts';
import { makeParagraph } from './paragraph.ts';
import type { StyleContext } from './style-context.ts';
import { checkBox, styleInlines } from './style-inlines.ts';
import { bareFrame, styleRow } from './style-row.ts';
import type { BoxFrame, Inline, RowBox, StyledBox } from './types.ts';

/** Box, number, then the item's own cells; box and number stand in its Lbl. */
export function styleCheckItem(
  element: TreeElement,
  path: StyledPath,
  frame: BoxFrame,
  context: StyleContext,
): RowBox {
  const lang = element.lang ?? context.lang;
  const { label, body } = itemNodes(frame, lang, context);
  const marks = [
    (widthPt: number): StyledBox =>
      makeParagraph(path, bareFrame(context, widthPt, label), checkBox(element, path, label, context), lang),
  ];
  const { number } = element.attributes;
  if (number !== undefined) {
    const marker: TreeElement = {
      kind: 'element',
      name: 'p',
      lang,
      className: 'number',
      attributes: {},
      children: [{ kind: 'text', text: number, lang }],
    };
    const numberPath = context.cascade.enter(path, marker);
    marks.push((widthPt) => {
      const inlines = styleInlines(marker, numberPath, label, context);
      return makeParagraph(numberPath, makeFrame(numberPath.style, widthPt, label), inlines, lang);
    });
  }
  const values = path.style.columns.length > 0 ? path.style.columns : [18.4, { fr: 1 }];
  return styleRow(
    element,
    path,
    { ...frame, struct: body },
    { values, gapPt: path.style.columnGapPt },
    marks,
    context,
  );
}

/** `li` with a marker in its own column; null where the list has none. */
export function styleMarkedItem(
  element: TreeElement,
  path: StyledPath,
  frame: BoxFrame,
  text: string,
  context: StyleContext,
): RowBox {
  const lang = element.lang ?? context.lang;
  const { label, body } = itemNodes(frame, lang, context);
  const { fontSizePt: sizePt, bold } = path.style;
  const mark = (widthPt: number): StyledBox => {
    const inline: Inline = {
      kind: 'text',
      text,
      lang,
      weight: bold ? 'bold' : 'regular',
      sizePt,
      struct: label,
    };
    return makeParagraph(path, bareFrame(context, widthPt, label), [inline], lang);
  };
  const columns = { values: [1.25 * sizePt, { fr: 1 }], gapPt: 0 };
  return styleRow(element, path, { ...frame, struct: body }, columns, [mark], context);
}

function itemNodes(
  frame: BoxFrame,
  lang: string,
  { structure }: StyleContext,
): { label: number | null; body: number | null } {
  if (frame.struct === null) return { label: null, body: null };
  return {
    label: structure.add('Lbl', frame.struct, lang),
    body: structure.add('LBody', frame.struct, lang),
  };
}
