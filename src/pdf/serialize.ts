import { type Dictionary, FileObject, type Value } from './object-document.ts';

const escapes: Record<string, string> = { '\n': '\\n', '\r': '\\r', '(': '\\(', ')': '\\)', '\\': '\\\\' };

/** Bytes inside a literal string. */
export const escapedBytes: string[] = [];
for (let byte = 0; byte < 256; byte++) escapedBytes.push(String.fromCharCode(byte));
for (const character in escapes) escapedBytes[character.charCodeAt(0)] = escapes[character]!;

/** A literal string (ISO 32000-1 §7.3.4.2); a bare CR would be read as LF. */
export function literalString(bytes: string): string {
  return `(${bytes.replace(/[\n\r()\\]/g, (character) => escapes[character] ?? character)})`;
}

/** A text string (§7.9.2.2): ASCII as it is, everything else in UTF-16BE with its byte order mark. */
export function textLiteral(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
  if (/^[\x00-\x7f]*$/.test(text)) return literalString(text);
  let bytes = '\xfe\xff';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes += String.fromCharCode(unit >> 8, unit & 0xff);
  }
  return literalString(bytes);
}

const hexDigits = [...'0123456789abcdef'];

export const hexOfByte: string[] = [];
for (const high of hexDigits) for (const low of hexDigits) hexOfByte.push(high + low);

function hexString(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += hexOfByte[byte];
  return `<${hex}>`;
}

function serializeArray(values: readonly Value[]): string {
  let out = '[';
  let endsRegular = false;
  for (const value of values) {
    // Most are numbers.
    if (typeof value === 'number') {
      out += endsRegular ? ` ${formatNumber(value)}` : formatNumber(value);
      endsRegular = true;
      continue;
    }
    const isRegular = startsRegular(value);
    if (endsRegular && isRegular) out += ' ';
    out += serialize(value);
    endsRegular = isRegular || typeof value === 'string';
  }
  return `${out}]`;
}

function serializeDictionary(dictionary: Dictionary): string {
  let out = '<<';
  for (const key in dictionary) {
    const value = dictionary[key];
    if (value === undefined) continue;
    if (typeof value === 'string') out += `/${key}/${value}`;
    else out += startsRegular(value) ? `/${key} ${serialize(value)}` : `/${key}${serialize(value)}`;
  }
  return `${out}>>`;
}

/**
 * Two tokens need a space between them unless a delimiter parts them (§7.2.2): numbers, keywords and references have
 * none, a name has one before it only.
 */
function startsRegular(value: Value): boolean {
  if (typeof value !== 'object') return typeof value !== 'string';
  return value === null || value instanceof FileObject;
}

export function formatNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  if (!Number.isFinite(value)) throw new Error(`not a number for a PDF: ${value}`);
  return String(Math.round(value * 1000) / 1000 || 0);
}

/** An object in the fewest bytes, one character a byte. */
export function serialize(value: Value): string {
  if (typeof value === 'string') return `/${value}`;
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value !== 'object') return value === undefined ? 'null' : String(value);
  if (value === null) return 'null';
  if (Array.isArray(value)) return serializeArray(value);
  if (isDictionary(value)) return serializeDictionary(value);
  if (value instanceof FileObject) return `${value.id} 0 R`;
  return value instanceof String ? textLiteral(value.valueOf()) : hexString(value);
}

/** All else that is an object is of a class of its own. */
export function isDictionary(value: unknown): value is Dictionary {
  return value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
