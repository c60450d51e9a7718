/** A reader of PDF for tests, written from ISO 32000-1 and independent of the writer. */
import { inflateSync } from 'node:zlib';

export class Name {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export class Ref {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}

export class Stream {
  readonly dict: Dict;
  readonly bytes: Uint8Array;
  constructor(dict: Dict, bytes: Uint8Array) {
    this.dict = dict;
    this.bytes = bytes;
  }
}

export type Dict = Map<string, Value>;
/** Strings are bytes, one character each. */
export type Value = null | boolean | number | string | Name | Ref | Value[] | Dict | Stream | Operator;

export class Operator {
  readonly operator: string;
  constructor(operator: string) {
    this.operator = operator;
  }
}

const whiteSpace = new Set(['\0', '\t', '\n', '\f', '\r', ' ']);
const delimiters = new Set(['(', ')', '<', '>', '[', ']', '{', '}', '/', '%']);
const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads values one after another (§7.2, §7.3); operators too, for content streams. */
export class Lexer {
  readonly text: string;
  at: number;

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  skip(): void {
    while (this.at < this.text.length) {
      const character = this.text[this.at]!;
      if (character === '%') while (this.at < this.text.length && this.text[this.at] !== '\n') this.at++;
      else if (whiteSpace.has(character)) this.at++;
      else return;
    }
  }

  get isAtEnd(): boolean {
    this.skip();
    return this.at >= this.text.length;
  }

  private word(): string {
    const start = this.at;
    while (this.at < this.text.length) {
      const character = this.text[this.at]!;
      if (whiteSpace.has(character) || delimiters.has(character)) break;
      this.at++;
    }
    return this.text.slice(start, this.at);
  }

  value(): Value {
    this.skip();
    const { text } = this;
    if (text.startsWith('<<', this.at)) return this.dict();
    const first = text[this.at]!;
    if (first === '(') return this.literal();
    if (first === '<') return this.hex();
    if (first === '[') {
      this.at++;
      const items: Value[] = [];
      for (this.skip(); text[this.at] !== ']'; this.skip()) items.push(this.value());
      this.at++;
      return items;
    }
    if (first === '/') {
      this.at++;
      return new Name(
        this.word().replace(/#(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      );
    }
    const word = this.word();
    if (word === '') throw new Error(`cannot read ${JSON.stringify(text.slice(this.at, this.at + 20))}`);
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return this.keyword(word);
    const reference = /^\s+0\s+R(?![A-Za-z])/.exec(text.slice(this.at, this.at + 12));
    if (reference && /^\d+$/.test(word)) {
      this.at += reference[0].length;
      return new Ref(Number(word));
    }
    return Number(word);
  }

  private keyword(word: string): Value {
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : new Operator(word);
  }

  private dict(): Dict {
    this.at += 2;
    const dict: Dict = new Map();
    for (this.skip(); !this.text.startsWith('>>', this.at); this.skip()) {
      const key = this.value();
      if (!(key instanceof Name)) throw new Error('a key is not a name');
      if (dict.has(key.name)) throw new Error(`key ${key.name} twice`);
      dict.set(key.name, this.value());
    }
    this.at += 2;
    return dict;
  }

  private literal(): string {
    let out = '';
    let depth = 0;
    for (this.at++; ; this.at++) {
      const character = this.text[this.at];
      if (character === undefined) throw new Error('a string does not end');
      if (character === '\\') {
        const next = this.text[++this.at]!;
        out += escapes[next] ?? next;
      } else if (character === ')' && depth-- === 0) {
        this.at++;
        return out;
      } else {
        if (character === '(') depth++;
        out += character === '\r' ? '\n' : character;
      }
    }
  }

  private hex(): string {
    const end = this.text.indexOf('>', this.at);
    const digits = this.text.slice(this.at + 1, end).replace(/\s/g, '');
    this.at = end + 1;
    return digits.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** PNG predictors (RFC 2083 §6): the one that is used here, Up, and None. */
function unpredict(bytes: Uint8Array, columns: number): Uint8Array {
  const rows = bytes.length / (columns + 1);
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (columns + 1)]!;
    if (kind !== 0 && kind !== 2) throw new Error(`predictor ${kind}`);
    for (let column = 0; column < columns; column++) {
      const above = kind === 2 && row > 0 ? out[(row - 1) * columns + column]! : 0;
      out[row * columns + column] = bytes[row * (columns + 1) + 1 + column]! + above;
    }
  }
  return out;
}

export class PdfFile {
  readonly version: string;
  readonly trailer: Dict;
  /** Where each object is: `[1, offset]` or `[2, stream, place]`. */
  readonly places = new Map<number, number[]>();
  readonly packed = new Set<number>();
  private readonly text: string;
  private readonly bytes: Uint8Array;
  private readonly objects = new Map<number, Value>();

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.text = latin1(bytes);
    this.version = /^%PDF-(\d\.\d)\n/.exec(this.text)![1]!;
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(this.text)![1]);
    const table = this.streamAt(start);
    this.trailer = table.dict;
    const widths = this.trailer.get('W') as number[];
    for (let id = 0, at = 0; at < table.bytes.length; id++) {
      const fields = widths.map((width) => {
        let value = 0;
        for (let i = 0; i < width; i++) value = value * 256 + table.bytes[at++]!;
        return value;
      });
      if (fields[0] !== 0) this.places.set(id, fields);
    }
  }

  private streamAt(offset: number): Stream {
    const lexer = new Lexer(this.text, offset);
    lexer.value();
    lexer.value();
    lexer.value();
    const dict = lexer.value() as Dict;
    lexer.skip();
    if (!this.text.startsWith('stream\n', lexer.at)) throw new Error(`no stream at ${offset}`);
    const start = lexer.at + 7;
    const end = start + (dict.get('Length') as number);
    if (!this.text.startsWith('\nendstream\nendobj\n', end)) throw new Error(`wrong length at ${offset}`);
    const raw = this.bytes.subarray(start, end);
    const filter = dict.get('Filter');
    let bytes: Uint8Array = filter instanceof Name && filter.name === 'FlateDecode' ? inflateSync(raw) : raw;
    const parameters = dict.get('DecodeParms') as Dict | undefined;
    if (parameters) bytes = unpredict(bytes, parameters.get('Columns') as number);
    return new Stream(dict, bytes);
  }

  /** The object itself, whatever refers to it. */
  get(value: Value | undefined): Value {
    if (!(value instanceof Ref)) return value ?? null;
    if (!this.objects.has(value.id)) this.load(value.id);
    return this.objects.get(value.id) ?? null;
  }

  private load(id: number): void {
    const place = this.places.get(id);
    if (!place) throw new Error(`no object ${id}`);
    if (place[0] === 1) {
      this.objects.set(id, this.streamAt(place[1]!));
      return;
    }
    const stream = this.get(new Ref(place[1]!)) as Stream;
    const text = latin1(stream.bytes);
    const head = new Lexer(text);
    const first = stream.dict.get('First') as number;
    for (let i = 0; i < (stream.dict.get('N') as number); i++) {
      const objectId = head.value() as number;
      const offset = head.value() as number;
      this.packed.add(objectId);
      this.objects.set(objectId, new Lexer(text, first + offset).value());
    }
  }

  dict(value: Value | undefined): Dict {
    const found = this.get(value);
    if (found instanceof Stream) return found.dict;
    if (!(found instanceof Map)) throw new Error('not a dictionary');
    return found;
  }

  array(value: Value | undefined): Value[] {
    const found = this.get(value);
    if (found === null) return [];
    return Array.isArray(found) ? found : [found];
  }

  stream(value: Value | undefined): Stream {
    const found = this.get(value);
    if (!(found instanceof Stream)) throw new Error('not a stream');
    return found;
  }

  get catalog(): Dict {
    return this.dict(this.trailer.get('Root'));
  }

  get pages(): Ref[] {
    return this.array(this.dict(this.catalog.get('Pages')).get('Kids')) as Ref[];
  }
}

/** A text string (§7.9.2.2) as text. */
export function textOf(value: Value | undefined): string {
  const bytes = value as string;
  if (!bytes.startsWith('\xfe\xff')) return bytes;
  return bytes
    .slice(2)
    .replace(/[\s\S]{2}/g, (pair) => String.fromCharCode(pair.charCodeAt(0) * 256 + pair.charCodeAt(1)));
}
