import { type Dictionary, isReference, type Value } from './object-document.ts';

const escapes: Record<string, string> = { '\n': '\\n', '\r': '\\r', '(': '\\(', ')': '\\)', '\\': '\\\\' };

/** A literal string (ISO 32000-1 §7.3.4.2); a bare CR would be read as LF. */
export function literalString(bytes: string): string {
  return `(${bytes.replace(/[\n\r()\\]/g, (character) => escapes[character] ?? character)})`;
}

/** A text string (§7.9.2.2): ASCII as it is, everything else in UTF-16BE with its byte order mark. */
function textLiteral(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
  if (/^[\x00-\x7f]*$/.test(text)) return literalString(text);
  let bytes = '\xfe\xff';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes += String.fromCharCode(unit >> 8, unit & 0xff);
  }
  return literalString(bytes);
}

function hexString(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return `<${hex}>`;
}

function serializeArray(values: Value[]): string {
  let out = '[';
  for (const value of values) {
    const text = serialize(value ?? null);
    out += needsSpace(out, text) ? ` ${text}` : text;
  }
  return `${out}]`;
}

function serializeDictionary(dictionary: Dictionary): string {
  let out = '<<';
  for (const key in dictionary) {
    const value = dictionary[key];
    if (value === undefined) continue;
    const text = serialize(value);
    out += needsSpace('/', text) ? `/${key} ${text}` : `/${key}${text}`;
  }
  return `${out}>>`;
}

/** Two tokens need a space between them unless a delimiter parts them (§7.2.2). */
function needsSpace(before: string, after: string): boolean {
  return !'([<>])'.includes(before[before.length - 1] ?? '') && !'/([<'.includes(after[0] ?? '');
}

export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`not a number for a PDF: ${value}`);
  return String(Math.round(value * 1000) / 1000 || 0);
}

/** An object in the fewest bytes, one character a byte. */
export function serialize(value: Value): string {
  if (typeof value === 'string') return `/${value}`;
  if (typeof value === 'number') return formatNumber(value);
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (value instanceof String) return textLiteral(value.valueOf());
  if (Array.isArray(value)) return serializeArray(value);
  if (value instanceof Uint8Array) return hexString(value);
  if (isReference(value)) return `${value.id} 0 R`;
  return serializeDictionary(value as Dictionary);
}
