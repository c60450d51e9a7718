/**
 * Case files as people write them: fields, one level of fields in fields, and plain values. Whatever it is not sure of
 * it leaves to the library, which then reads the whole text: so a text has one meaning (tidy-yaml.test.ts).
 */

/** Lines of what is typed: nothing that the library may take for a line's end, for nothing or for a mistake. */
const TYPED = /^[\n -~\xa1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\uffff]*$/;

/** A field with what follows its colon. */
const FIELD = /^([A-Za-z]\w{0,63}):(?: (.*))?$/;

/** Plain text without signs of YAML; a colon in it is followed by something else than a space. */
const PLAIN = /^[\w\xa1-\uffff](?:[\w ./@+()\xa1-\uffff-]|:(?=[^ ]))*$/;

/** What a reader of numbers has to look at, but for days and phone numbers. */
const MAY_BE_NUMBER = /^\d(?!\d*(?:-\d+)+$)[\w.+-]*$/;
/** Digits that a number holds exactly. */
const INTEGER = /^\d{1,15}$/;

/** YAML 1.2 core schema, §10.3.2. */
const WORDS = new Map<string, boolean | null>([
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);

type Fields = Record<string, unknown>;

/** Not sure. */
const NO = Symbol('not tidy');

export function readTidyYaml(text: string): Fields | null {
  if (!TYPED.test(text)) return null;
  const whole: Fields = {};
  /** The field that lines further in belong to, as long as it has no value of its own. */
  let open: string | null = null;
  let inner: Fields | null = null;
  let innerIndent = 0;
  for (const line of text.split('\n')) {
    const indent = countSpaces(line);
    if (indent === line.length || line[indent] === '#') continue;
    const field = FIELD.exec(line.slice(indent));
    if (field === null) return null;
    const name = field[1] as string;
    const rest = field[2] ?? '';
    if (indent === 0) inner = null;
    else if (open === null || (inner !== null && indent !== innerIndent)) return null;
    else if (inner === null) {
      inner = {};
      innerIndent = indent;
      whole[open] = inner;
    }
    const value = readValue(rest);
    if (value === NO || !addField(inner ?? whole, name, value)) return null;
    if (indent === 0) open = value === null && isNothing(rest) ? name : null;
  }
  // An empty case is the library's to tell.
  return Object.keys(whole).length === 0 ? null : whole;
}

/** False where the name stands already, or is that of something every object has. */
function addField(fields: Fields, name: string, value: unknown): boolean {
  if (name in fields || WORDS.has(name)) return false;
  fields[name] = value;
  return true;
}

function readValue(rest: string): unknown {
  if (isNothing(rest)) return null;
  const text = rest.slice(countSpaces(rest));
  const first = text[0];
  if (first === '"' || first === "'") return readEnclosed(text, first, (inside) => readQuoted(inside, first));
  if (first === '[') return readEnclosed(text, ']', readList);
  if (first === '{') return readEnclosed(text, '}', readFlowFields);
  const comment = text.indexOf(' #');
  return readPlain(trimSpaces(comment < 0 ? text : text.slice(0, comment)));
}

/** Nothing follows the first closing sign but a comment. */
function readEnclosed(text: string, close: string, read: (inside: string) => unknown): unknown {
  const end = text.indexOf(close, 1);
  const isLast =
    end > 0 && (end + 1 === text.length || (text[end + 1] === ' ' && isNothing(text.slice(end + 1))));
  return isLast ? read(text.slice(1, end)) : NO;
}

const readQuoted = (inside: string, quote: string): unknown =>
  quote === '"' && inside.includes('\\') ? NO : inside;

function readList(inside: string): unknown {
  const values: unknown[] = [];
  for (const item of splitItems(inside)) {
    const value = readItem(item);
    if (value === NO) return NO;
    values.push(value);
  }
  return values;
}

function readFlowFields(inside: string): unknown {
  const fields: Fields = {};
  for (const item of splitItems(inside)) {
    const field = FIELD.exec(item);
    const value = field === null ? NO : readItem(trimSpaces(field[2] ?? ''));
    if (value === NO || !addField(fields, field?.[1] as string, value)) return NO;
  }
  return fields;
}

const splitItems = (inside: string): string[] =>
  trimSpaces(inside) === '' ? [] : inside.split(',').map(trimSpaces);

/** A text in quotes has no comma here: it would have been split. */
function readItem(item: string): unknown {
  const quote = item[0];
  if (quote !== '"' && quote !== "'") return readPlain(item);
  return item.indexOf(quote, 1) === item.length - 1 ? readQuoted(item.slice(1, -1), quote) : NO;
}

function readPlain(text: string): unknown {
  if (!PLAIN.test(text)) return NO;
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (!MAY_BE_NUMBER.test(text)) return text;
  return INTEGER.test(text) ? Number(text) : NO;
}

/** Spaces alone: a full-width one is text. */
function countSpaces(text: string): number {
  let count = 0;
  while (text[count] === ' ') count++;
  return count;
}

function trimSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ') end--;
  return text.slice(Math.min(countSpaces(text), end), end);
}

/** Spaces, and a comment perhaps. */
function isNothing(rest: string): boolean {
  const start = countSpaces(rest);
  return start === rest.length || rest[start] === '#';
}
