/** Items of lists: a mark that hangs to the left and the rest beside it. */
import type { TreeElement } from '../document/types.ts';
import type { StyledPath } from './cascade.ts';
import { checkBox } from './check-box.ts';
import { columnsOf, resolveColumns } from './columns.ts';
import { contentWidth, makeFrame } from './frame.ts';
import { makeParagraph, styleParagraph } from './paragraph.ts';
import type { SheetValue } from './sheet.ts';
import type { StyleContext } from './style-context.ts';
import { bareFrame, moved, styleRow } from './style-row.ts';
import type { BoxFrame, Column, ParagraphBox, RowBox, RowCell, StructId, TextInline } from './types.ts';

const COLUMNS: readonly SheetValue[] = [18.4, { fr: 1 }];

/** Box, number, then the item's own cells; box and number stand in its Lbl. */
export function styleCheckItem(
  element: TreeElement,
  path: StyledPath,
  frame: BoxFrame,
  context: StyleContext,
): RowBox {
  const lang = element.lang ?? context.lang;
  const { label, body } = itemNodes(frame, lang, context);
  const columns = columnsOf(path.style, frame, COLUMNS);
  const first = columns[0] as Column;
  const box = checkBox(element, path, label, context);
  const boxFrame = bareFrame(context, first.widthPt, label);
  const cells = [markAt(first.xPt, makeParagraph(path, boxFrame, [box], lang, context))];
  const { number } = element.attributes;
  if (number !== undefined) {
    const { xPt, widthPt } = columns[1] ?? first;
    cells.push(markAt(xPt, styleNumber(number, path, widthPt, label, lang, context)));
  }
  frame.struct = body;
  return styleRow(element, path, frame, columns, cells, context);
}

/** As a `p` with the class `number`. */
function styleNumber(
  text: string,
  item: StyledPath,
  widthPt: number,
  label: StructId,
  lang: string,
  context: StyleContext,
): ParagraphBox {
  const marker: TreeElement = {
    kind: 'element',
    name: 'p',
    lang,
    className: 'number',
    attributes: {},
    children: [{ kind: 'text', text, lang }],
  };
  const path = context.cascade.enter(item, marker);
  return styleParagraph(marker, path, makeFrame(path.style, widthPt, label), context);
}

/** `li` with a marker in its own column. */
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
  const columns = resolveColumns([1.25 * sizePt, { fr: 1 }], contentWidth(frame), 0);
  const { xPt, widthPt } = columns[0] as Column;
  const weight = bold ? 'bold' : 'regular';
  const inline: TextInline = { kind: 'text', text, lang, weight, sizePt, struct: label };
  const mark = makeParagraph(path, bareFrame(context, widthPt, label), [inline], lang, context);
  frame.struct = body;
  return styleRow(element, path, frame, columns, [markAt(xPt, mark)], context);
}

const markAt = (xPt: number, mark: ParagraphBox): RowCell => ({ align: 'baseline', box: moved(mark, xPt) });

function itemNodes(
  { struct }: BoxFrame,
  lang: string,
  { structure }: StyleContext,
): { label: StructId; body: StructId } {
  if (struct === null) return { label: null, body: null };
  return { label: structure.add('Lbl', struct, lang), body: structure.add('LBody', struct, lang) };
}
