/** A PDF as text that a person can read: what it says of itself, its structure with the text, its operators. */
import {
  type Dict,
  Lexer,
  Name,
  Operator,
  type PdfFile,
  type Ref,
  type Stream,
  textOf,
  type Value,
} from './read-pdf.ts';

function format(file: PdfFile, value: Value | undefined): string {
  const found = file.get(value);
  if (found instanceof Name) return found.name;
  if (typeof found === 'string') return `"${textOf(found)}"`;
  if (Array.isArray(found)) return `[${found.map((item) => format(file, item)).join(' ')}]`;
  if (found instanceof Map)
    return `{${[...found].map(([key, item]) => `${key} ${format(file, item)}`).join(', ')}}`;
  return String(found);
}

/** Code → text, from the ToUnicode map alone. */
export function readToUnicode(map: Stream): Map<number, string> {
  const codes = new Map<number, string>();
  const lexer = new Lexer(Buffer.from(map.bytes).toString('latin1'));
  const operands: Value[] = [];
  while (!lexer.isAtEnd) {
    const value = lexer.value();
    if (!(value instanceof Operator)) {
      operands.push(value);
      continue;
    }
    const strings = operands.splice(0).filter((operand): operand is string => typeof operand === 'string');
    if (value.operator === 'endbfrange') {
      for (let i = 0; i < strings.length; i += 3) {
        const [low, high] = [unitsOf(strings[i]!)[0]!, unitsOf(strings[i + 1]!)[0]!];
        const target = unitsOf(strings[i + 2]!);
        for (let code = low; code <= high; code++) {
          const last = target.at(-1)! + code - low;
          codes.set(code, String.fromCharCode(...target.slice(0, -1), last));
        }
      }
    } else if (value.operator === 'endbfchar') {
      for (let i = 0; i < strings.length; i += 2) {
        codes.set(unitsOf(strings[i]!)[0]!, String.fromCharCode(...unitsOf(strings[i + 1]!)));
      }
    }
  }
  return codes;
}

function unitsOf(bytes: string): number[] {
  const units: number[] = [];
  for (let i = 0; i < bytes.length; i += 2) units.push(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1));
  return units;
}

const pathOperators = new Set(['m', 'l', 'c', 're', 'h', 'S', 'f', 'B', 'w', 'd', 'J', 'j']);

export interface PageContent {
  /** Operators, one a line, with texts in place of codes. */
  lines: string[];
  /** Text by marked-content number. */
  marked: Map<number, string>;
  /** All texts in the order of drawing, artifacts included. */
  text: string;
  /** Text outside of every marked content: there may be none. */
  unmarked: string;
  /** Each string as it is shown, and the name of its font without the tag of the subset. */
  runs: { font: string; text: string }[];
}

export function readPageContent(file: PdfFile, page: Ref): PageContent {
  const dict = file.dict(page);
  const fonts = file.dict(file.dict(dict.get('Resources')).get('Font'));
  const maps = new Map<string, Map<number, string>>();
  for (const [name, font] of fonts)
    maps.set(name, readToUnicode(file.stream(file.dict(font).get('ToUnicode'))));
  const lexer = new Lexer(Buffer.from(file.stream(dict.get('Contents')).bytes).toString('latin1'));
  const content: PageContent = { lines: [], marked: new Map(), text: '', unmarked: '', runs: [] };
  const open: { mcid: number | null; inText: boolean }[] = [];
  let inText = false;
  let font = '';
  let operands: Value[] = [];
  const decode = (bytes: string): string =>
    unitsOf(bytes)
      .map((code) => maps.get(font)!.get(code))
      .join('');
  const show = (text: string): void => {
    content.text += text;
    const baseFont = file.dict(fonts.get(font)).get('BaseFont') as Name;
    content.runs.push({ font: baseFont.name.slice(7), text });
    const mcid = open.at(-1)?.mcid ?? null;
    if (open.length === 0) content.unmarked += text;
    else if (mcid !== null) content.marked.set(mcid, content.marked.get(mcid) + text);
  };
  while (!lexer.isAtEnd) {
    const value = lexer.value();
    if (!(value instanceof Operator)) {
      operands.push(value);
      continue;
    }
    const { operator } = value;
    let shown = operands.map((operand) => format(file, operand)).join(' ');
    if (operator === 'Tf') font = (operands[0] as Name).name;
    if (operator === 'BMC' || operator === 'BDC') {
      const mcid = operands[1] instanceof Map ? operands[1].get('MCID') : undefined;
      open.push({ mcid: typeof mcid === 'number' ? mcid : null, inText });
      if (typeof mcid === 'number') content.marked.set(mcid, '');
    }
    // §14.6.1: marked content and text objects are nested, never crossed.
    if (operator === 'EMC' && open.pop()?.inText !== inText)
      throw new Error('marked content crosses a text object');
    if (operator === 'BT') inText = true;
    if (operator === 'ET') {
      inText = false;
      if (open.at(-1)?.inText) throw new Error('a text object ends inside marked content');
    }
    if (pathOperators.has(operator) && inText) throw new Error(`${operator} in a text object`);
    if (operator === 'Tj' || operator === 'TJ') {
      const parts = operator === 'Tj' ? operands : (operands[0] as Value[]);
      shown = parts.map((part) => (typeof part === 'string' ? decode(part) : `‹${part}›`)).join('');
      for (const part of parts) if (typeof part === 'string') show(decode(part));
    }
    content.lines.push(`${operator} ${shown}`.trim());
    operands = [];
  }
  if (open.length > 0) throw new Error('marked content does not end');
  return content;
}

/** The structure tree with its texts, languages and attributes, one element a line. */
export function describeStructure(file: PdfFile): string {
  const contents = new Map(file.pages.map((page) => [page.id, readPageContent(file, page).marked]));
  const lines: string[] = [];
  const visit = (value: Value, depth: number, pageId: number | undefined): void => {
    if (typeof value === 'number') {
      lines.push(`${'  '.repeat(depth)}"${contents.get(pageId!)!.get(value) ?? ''}"`);
      return;
    }
    const dict = file.dict(value);
    const type = dict.get('Type');
    const page = (dict.get('Pg') as Ref | undefined)?.id ?? pageId;
    if (type instanceof Name && type.name === 'MCR') {
      visit(dict.get('MCID')!, depth, page);
      return;
    }
    if (type instanceof Name && type.name === 'OBJR') {
      lines.push(`${'  '.repeat(depth)}annotation ${describeAnnotation(file, file.dict(dict.get('Obj')))}`);
      return;
    }
    const facts = ['Lang', 'Alt', 'ID', 'A']
      .filter((key) => dict.has(key))
      .map((key) => ` ${key}=${format(file, dict.get(key))}`);
    lines.push(`${'  '.repeat(depth)}${format(file, dict.get('S'))}${facts.join('')}`);
    for (const kid of file.array(dict.get('K'))) visit(kid, depth + 1, page);
  };
  for (const kid of file.array(file.dict(file.catalog.get('StructTreeRoot')).get('K')))
    visit(kid, 0, undefined);
  return lines.join('\n');
}

function describeAnnotation(file: PdfFile, dict: Dict): string {
  const keys = ['Subtype', 'FT', 'T', 'TU', 'V', 'AS', 'F', 'A', 'Contents', 'Rect'];
  return keys
    .filter((key) => dict.has(key))
    .map((key) => `${key}=${format(file, dict.get(key))}`)
    .join(' ');
}

export function describeOutline(file: PdfFile): string {
  const lines: string[] = [];
  const visit = (item: Value | undefined, depth: number): void => {
    for (let at = item; at; at = file.dict(at).get('Next')) {
      const dict = file.dict(at);
      const [page, , , top] = file.array(dict.get('Dest'));
      const number = file.pages.findIndex(({ id }) => id === (page as Ref).id) + 1;
      lines.push(
        `${'  '.repeat(depth)}${textOf(dict.get('Title'))} → page ${number} at ${format(file, top)}`,
      );
      visit(dict.get('First'), depth + 1);
    }
  };
  if (file.catalog.has('Outlines')) visit(file.dict(file.catalog.get('Outlines')).get('First'), 0);
  return lines.join('\n');
}
