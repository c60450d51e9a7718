/** Which box an element becomes, and its node in the logical structure. */
import type { TreeElement } from '../document/types.ts';
import { blocksOf, styleBlocks } from './blocks.ts';
import type { StyledPath } from './cascade.ts';
import { columnsOf } from './columns.ts';
import { contentWidth, makeFrame } from './frame.ts';
import { styleChoice, styleParagraph } from './paragraph.ts';
import type { StyleContext, StyleElement } from './style-context.ts';
import { styleGrid } from './style-grid.ts';
import { styleCheckItem, styleMarkedItem } from './style-item.ts';
import { styleRow } from './style-row.ts';
import { styleTimeLine } from './style-time-line.ts';
import type { BoxFrame, StructId, StructNode, StyledBox } from './types.ts';

/** Side of a QR code with its quiet zone, where the sheet says none: 25 mm. */
const QR_SIZE_PT = 70.87;

export const styleElement: StyleElement = (element, path, availablePt, struct, context) => {
  const { style } = path;
  if (style.display === 'none') return null;
  const widthPt = style.widthPt ?? availablePt - style.marginLeftPt - style.marginRightPt;
  const frame = makeFrame(style, widthPt, structureOf(element, struct, context));
  switch (element.name) {
    case 'page-break':
      return { kind: 'page-break', frame };
    case 'qr-code':
      return {
        kind: 'qr-code',
        frame,
        href: element.attributes.href ?? '',
        sizePt: style.widthPt ?? QR_SIZE_PT,
      };
    case 'time-line':
      return styleTimeLine(element, path, frame, context);
    case 'choice':
      return styleChoice(element, path, frame, context);
    case 'check-item':
      return styleCheckItem(element, path, frame, context);
    case 'li':
      return styleListItem(element, path, frame, context);
    case 'p':
    case 'h1':
    case 'h2':
    case 'h3':
    case 'td':
    case 'th':
      return styleParagraph(element, path, frame, context);
    default:
      return styleContainer(element, path, frame, context);
  }
};

const ROLES: Readonly<Record<string, string>> = {
  h1: 'H1',
  h2: 'H2',
  h3: 'H3',
  p: 'P',
  ul: 'L',
  ol: 'L',
  li: 'LI',
  'check-item': 'LI',
  answer: 'L',
  choice: 'LI',
  table: 'Table',
  thead: 'THead',
  tbody: 'TBody',
  tr: 'TR',
  th: 'TH',
  td: 'TD',
  'qr-code': 'Figure',
  'time-line': 'L',
};

/** A `section` has no node and passes its parent's on; so does an answer that holds more than choices. */
function structureOf(element: TreeElement, parent: StructId, context: StyleContext): StructId {
  const role = ROLES[element.name];
  if (parent === null || !role || (element.name === 'answer' && !isChoiceList(element))) return parent;
  // A list holds list items and nothing else; a choice among other things is a paragraph (UA-1 7.2-19).
  const type = element.name === 'choice' && context.structure.nodes[parent]?.type !== 'L' ? 'P' : role;
  const lang = element.lang ?? context.lang;
  const { structure } = context;
  // On the screen a code is a link to where it leads.
  const within =
    element.name === 'qr-code' ? structure.add('Link', structure.add('P', parent, lang), lang) : parent;
  return structure.add(type, within, lang, attributesOf(element, type));
}

/** Undefined for the most: paragraphs, lists, rows. */
function attributesOf({ name, attributes }: TreeElement, type: string): Partial<StructNode> | undefined {
  if (type === 'Figure') return attributes.alt === undefined ? undefined : { alt: attributes.alt };
  if (type === 'TH' || type === 'TD') {
    const { scope, colspan, rowspan } = attributes;
    const own: Partial<StructNode> = {};
    if (type === 'TH') own.scope = scope === 'row' ? 'Row' : 'Column';
    if (colspan) own.colSpan = Number(colspan);
    if (rowspan) own.rowSpan = Number(rowspan);
    return own;
  }
  if (name === 'time-line') return { ordered: true };
  return name === 'ol' ? { listNumbering: 'Decimal' } : undefined;
}

const isChoiceList = (element: TreeElement): boolean =>
  element.children.every((child) => child.kind === 'element' && child.name === 'choice');

function styleContainer(
  element: TreeElement,
  path: StyledPath,
  frame: BoxFrame,
  context: StyleContext,
): StyledBox {
  const { style } = path;
  if (element.name === 'keep') frame.keepTogether = true;
  if (element.name === 'thead') frame.repeat = 'head';
  if (element.name === 'tr' || style.display === 'row') {
    const { style: columned } = element.name === 'tr' && style.columns.length === 0 ? tableOf(path) : path;
    return styleRow(element, path, frame, columnsOf(columned, frame), [], context);
  }
  if (style.display === 'grid') return styleGrid(element, path, frame, context);
  const children = styleBlocks(blocksOf(element), path, contentWidth(frame), frame.struct, context);
  return { kind: 'stack', frame, children };
}

/** Rows of a table share its columns, unless the sheet gives them their own. */
function tableOf(row: StyledPath): StyledPath {
  let at: StyledPath = row;
  while (at.kind.name !== 'table' && at.parent) at = at.parent;
  return at;
}

function styleListItem(
  element: TreeElement,
  path: StyledPath,
  frame: BoxFrame,
  context: StyleContext,
): StyledBox {
  const listMarker = path.parent?.style.listMarker ?? 'none';
  if (listMarker !== 'none') {
    const marker = listMarker === 'disc' ? '\u2022' : `${element.attributes.number ?? ''}.`;
    return styleMarkedItem(element, path, frame, marker, context);
  }
  const lang = element.lang ?? context.lang;
  const body = frame.struct === null ? null : context.structure.add('LBody', frame.struct, lang);
  frame.struct = body;
  return styleContainer(element, path, frame, context);
}
