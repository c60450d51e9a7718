/**
 * in: the characters that the pages use, by face
 * out: for each face its glyph codes, their widths, and the font's objects in the file
 * Refuses to decide which face a character is set in.
 */
import type { FaceId, FontObject } from '../font/types.ts';
import type { PagedDocument } from '../page/types.ts';
import type { Font, ObjectDocument, Reference, Value } from './object-document.ts';
import { literalString } from './serialize.ts';
import type { PdfFonts } from './types.ts';

export interface EmbeddedFace {
  /** Name in the page's resources. */
  name: string;
  /** The two bytes of a glyph code, already escaped for a literal string, by `characterKey`. */
  codes: Map<number, string>;
  /** In thousandths of an em, by `characterKey`. */
  widths: Map<number, number>;
}

/** Fixed, so that the names of fonts do not depend on the order of the text. */
const faceOrder: FaceId[] = ['sc-regular', 'sc-bold', 'jp-regular', 'jp-bold', 'sc-extended', 'jp-extended'];

/** Above a code point in a key. */
const selectorUnit = 0x200000;

/** A selector follows its base only where the face has the sequence (src/font/types.ts). */
function selectorAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit >= 0xfe00 && unit <= 0xfe0f) return unit;
  // High surrogate of plane 14, where the ideographic selectors stand.
  return unit === 0xdb40 ? text.codePointAt(index)! : 0;
}

/** The character at an index as one number: the code point, with its variation selector above bit 21. */
export function characterKey(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  const next = text.charCodeAt(index + 1);
  // Nearly always: no surrogate, and no selector behind it. Past the end `next` is NaN, and NaN & x is 0.
  if ((unit & 0xf800) !== 0xd800 && (next & 0xfff0) !== 0xfe00 && next !== 0xdb40) return unit;
  const codePoint = text.codePointAt(index)!;
  return codePoint + selectorUnit * selectorAt(text, index + (codePoint > 0xffff ? 2 : 1));
}

/** Above every character in a key: thousandths of an em by which a glyph is wider, counted from here. */
const widerUnit = 2 ** 42;
const widerZero = 1000;

/** The automatic gap between Han and Latin (R36), and the step of narrower glyphs. */
const GAP = 125;
/** After an exclamation in Japanese (R34). */
const SENTENCE_SPACE = 1000;
/** Poppler ends a word where glyphs overlap by 0.2 em; no kerned pair comes so far. */
const OVERLAP_EM = -0.18;
/** What is left of a narrow glyph, so that it keeps a place in the text. */
const LEAST_WIDTH = 20;

/**
 * Thousandths of an em for a glyph with the adjustment behind it in its own width, 0 where there is no need. Readers
 * take a gap of more than 0.1 em (poppler) for a space, and a trimmed mark that overlaps its neighbour for the end
 * of a word; an advance they don't.
 */
export function widerBy(adjustEm: number | undefined): number {
  if (adjustEm === undefined) return 0;
  if (adjustEm < OVERLAP_EM) return Math.max(1 - widerZero, GAP * Math.round((adjustEm * 1000) / GAP));
  if (Math.abs(adjustEm * 1000 - SENTENCE_SPACE) < 20) return SENTENCE_SPACE;
  return Math.abs(adjustEm * 1000 - GAP) < 20 ? GAP : 0;
}

export const widened = (key: number, wider: number): number =>
  wider === 0 ? key : key + (wider + widerZero) * widerUnit;

/** How many UTF-16 units the base of a key takes. */
export function unitsOfKey(key: number): number {
  return key > 0xffff && key % selectorUnit > 0xffff ? 2 : 1;
}

function characterOf(key: number): string {
  const selector = Math.floor(key / selectorUnit);
  const base = String.fromCodePoint(key % selectorUnit);
  return selector === 0 ? base : base + String.fromCodePoint(selector);
}

function collectCharacters(document: PagedDocument): Map<FaceId, Set<number>> {
  const byFace = new Map<FaceId, Set<number>>();
  for (const page of document.pages) {
    for (const item of page.items) {
      if (item.kind !== 'text') continue;
      let characters = byFace.get(item.face);
      if (!characters) {
        characters = new Set();
        byFace.set(item.face, characters);
      }
      const { text, adjustEm } = item;
      let index = 0;
      for (let i = 0; i < text.length; index++) {
        // Selectors are collected as characters too; alone they are invisible, and the font leaves them out.
        const key = characterKey(text, i);
        characters.add(key);
        const wider = adjustEm ? widerBy(adjustEm[index]) : 0;
        if (wider !== 0) characters.add(widened(key, wider));
        i += unitsOfKey(key);
      }
    }
  }
  return byFace;
}

/** The wider and narrower glyphs by code. Sorted, so that outlines of alike characters lie together and deflate better, and codes make ranges. */
function includeCharacters(font: Font, characters: Set<number>): Map<number, number> {
  const sorted = Float64Array.from(characters).sort();
  // Selectors among the single characters would join what stands before them.
  const plain = sorted.filter((key) => key < widerUnit);
  const visible = Array.from(plain, characterOf).filter((character) => selectorAt(character, 0) === 0);
  font.encode(visible.join(''), {});
  const widerOf = new Map<number, number>();
  for (const key of sorted.subarray(plain.length)) includeWider(font, key, widerOf);
  return widerOf;
}

/** The glyph of a character once more, with another width. */
function includeWider(font: Font, key: number, widerOf: Map<number, number>): void {
  const wider = Math.floor(key / widerUnit) - widerZero;
  const character = characterOf(key % widerUnit);
  const [glyph] = (font.font as FontObject).layout(character).glyphs;
  if (!glyph) return;
  const width = font.widths[font.subset.includeGlyph(glyph.id)]!;
  const change = Math.max(wider, Math.min(0, LEAST_WIDTH - width));
  if (change === 0) return;
  const code = font.subset.includeGlyph(glyph.id, change);
  font.unicode[code] = glyph.codePoints;
  font.widths[code] = width + change;
  widerOf.set(code, wider);
}

function codesOf(font: Font, widerOf: Map<number, number>): Pick<EmbeddedFace, 'codes' | 'widths'> {
  const codes = new Map<number, string>();
  const widths = new Map<number, number>();
  for (let code = 1; code < font.unicode.length; code++) {
    const key = widened(
      characterKey(String.fromCodePoint(...font.unicode[code]!), 0),
      widerOf.get(code) ?? 0,
    );
    const bytes = literalString(String.fromCharCode(code >> 8, code & 0xff));
    codes.set(key, bytes.slice(1, -1));
    widths.set(key, font.widths[code]!);
  }
  return { codes, widths };
}

/** The W array (ISO 32000-1 §9.7.4.3) without what DW 1000 says already. */
export function compactWidths(widths: number[]): Value[] {
  const compact: Value[] = [];
  for (let code = 0; code < widths.length; code++) {
    if (widths[code] === 1000) continue;
    const start = code;
    while (code + 1 < widths.length && widths[code + 1] !== 1000) code++;
    const run = widths.slice(start, code + 1);
    if (run.length > 1 && run.every((width) => width === run[0])) compact.push(start, code, run[0]);
    else compact.push(start, run);
  }
  return compact;
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}

function utf16Hex(codePoint: number): string {
  if (codePoint <= 0xffff) return hex(codePoint);
  return hex(0xd800 + ((codePoint - 0x10000) >> 10)) + hex(0xdc00 + ((codePoint - 0x10000) & 0x3ff));
}

/**
 * The ToUnicode CMap (§9.10.3): one range a run of codes whose characters follow each other.
 * A range may not cross a change of its high byte, neither in the code nor in the character.
 */
export function toUnicodeMap(unicode: number[][]): string {
  const ranges: string[] = [];
  const single: string[] = [];
  for (let code = 1; code < unicode.length; code++) {
    const points = unicode[code]!;
    const start = code;
    const first = points[0]!;
    while (
      points.length === 1 &&
      unicode[code + 1]?.length === 1 &&
      unicode[code + 1]![0] === first + code + 1 - start &&
      ((code + 1) & 0xff) !== 0 &&
      ((first + code + 1 - start) & 0xff) !== 0
    ) {
      code++;
    }
    const target = points.map(utf16Hex).join('');
    if (code > start) ranges.push(`<${hex(start)}><${hex(code)}><${target}>`);
    else single.push(`<${hex(start)}><${target}>`);
  }
  return (
    '/CIDInit/ProcSet findresource begin 12 dict begin begincmap' +
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def' +
    '/CMapName/Adobe-Identity-UCS def/CMapType 2 def 1 begincodespacerange<0000><ffff>endcodespacerange\n' +
    section('bfrange', ranges) +
    section('bfchar', single) +
    'endcmap CMapName currentdict/CMap defineresource pop end end'
  );
}

/** At most 100 entries a section (Adobe Technical Note 5014). */
function section(kind: 'bfrange' | 'bfchar', entries: string[]): string {
  let out = '';
  for (let start = 0; start < entries.length; start += 100) {
    const group = entries.slice(start, start + 100);
    out += `${group.length} begin${kind}\n${group.join('\n')}\nend${kind}\n`;
  }
  return out;
}

export interface EmbeddedFonts {
  faces: Map<FaceId, EmbeddedFace>;
  /** The Font entry of the page resources. */
  resources: Record<string, Reference>;
}

export function embedFonts(document: PagedDocument, fonts: PdfFonts, objects: ObjectDocument): EmbeddedFonts {
  const characters = collectCharacters(document);
  const faces = new Map<FaceId, EmbeddedFace>();
  const resources: Record<string, Reference> = {};
  for (const face of faceOrder) {
    const used = characters.get(face);
    if (!used) continue;
    const font = objects.openFont(face, fonts.fontObject(face));
    const widerOf = includeCharacters(font, used);
    font.toUnicodeCmap = () => {
      const map = objects.ref({});
      map.end(objects.latin1Bytes(toUnicodeMap(font.unicode)));
      return map;
    };
    resources[font.id] = font.ref();
    faces.set(face, { name: font.id, ...codesOf(font, widerOf) });
  }
  return { faces, resources };
}

/** To be called when pdfkit has made its font objects: what it writes at length, said briefly. */
export function compactFontObjects(objects: ObjectDocument): void {
  for (const { data } of objects.objects) {
    if (data.Subtype !== 'CIDFontType2') continue;
    data.W = compactWidths(data.W[1]);
    data.DW = 1000;
  }
}
