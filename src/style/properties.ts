/** The properties of docs/template-guide.md §3: which field of the style each declares, and how its values are read. */
import { type DeclaredStyle, sides } from './computed-style.ts';
import type { DeclaredValue, SheetValue } from './sheet.ts';

interface Property {
  field: keyof DeclaredStyle;
  read: (values: SheetValue[]) => DeclaredValue;
}

const length = ([value]: SheetValue[]): number => (typeof value === 'number' ? value : 0);
const word = ([value]: SheetValue[]): string => (typeof value === 'string' ? value : '');

/** Every property that a sheet may use; an unknown one is an error of the sheet's writer. */
export const PROPERTIES: Readonly<Record<string, Property>> = {
  display: { field: 'display', read: word },
  columns: { field: 'columns', read: (v) => v },
  'column-gap': { field: 'columnGapPt', read: length },
  'row-gap': { field: 'rowGapPt', read: length },
  'column-span': { field: 'columnSpan', read: (v) => (word(v) === 'all' ? 'all' : length(v)) },
  flow: { field: 'flow', read: word },
  'vertical-align': { field: 'verticalAlign', read: word },
  'align-content': { field: 'alignContent', read: word },
  'font-size': { field: 'fontSizePt', read: length },
  'line-height': { field: 'lineHeightPt', read: length },
  'font-weight': { field: 'bold', read: (v) => word(v) === 'bold' },
  'text-align': { field: 'textAlign', read: word },
  wrap: { field: 'wrap', read: word },
  'line-break': { field: 'strictness', read: word },
  autospace: { field: 'autospaceEm', read: length },
  'box-size': { field: 'boxSizePt', read: length },
  ruby: { field: 'ruby', read: (v) => word(v) !== 'none' },
  'text-indent': { field: 'textIndentPt', read: length },
  'margin-top': { field: 'marginTopPt', read: length },
  'margin-bottom': { field: 'marginBottomPt', read: length },
  'margin-left': { field: 'marginLeftPt', read: length },
  'margin-right': { field: 'marginRightPt', read: length },
  padding: { field: 'padding', read: sides },
  'padding-top': { field: 'padding', read: (v) => ({ topPt: length(v) }) },
  'padding-right': { field: 'padding', read: (v) => ({ rightPt: length(v) }) },
  'padding-bottom': { field: 'padding', read: (v) => ({ bottomPt: length(v) }) },
  'padding-left': { field: 'padding', read: (v) => ({ leftPt: length(v) }) },
  border: { field: 'border', read: sides },
  'border-top': { field: 'border', read: (v) => ({ topPt: length(v) }) },
  'border-right': { field: 'border', read: (v) => ({ rightPt: length(v) }) },
  'border-bottom': { field: 'border', read: (v) => ({ bottomPt: length(v) }) },
  'border-left': { field: 'border', read: (v) => ({ leftPt: length(v) }) },
  'min-height': { field: 'minHeightPt', read: length },
  width: { field: 'widthPt', read: length },
  'break-inside': { field: 'breakInside', read: (v) => word(v) !== 'avoid' },
  'break-after': { field: 'breakAfter', read: (v) => word(v) !== 'avoid' },
  'break-before': { field: 'breakBefore', read: (v) => word(v) === 'page' },
  repeat: { field: 'repeat', read: word },
  optional: { field: 'optional', read: length },
  orphans: { field: 'orphans', read: length },
  'list-marker': { field: 'listMarker', read: word },
};
