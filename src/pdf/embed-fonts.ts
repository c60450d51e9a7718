/**
 * in: the characters that the pages use, by face
 * out: for each face its glyph codes, their widths, and the font's objects in the file
 * Refuses to decide which face a character is set in.
 */
import type { FaceId, FontObject } from '../font/types.ts';
import type { PagedDocument } from '../page/types.ts';
import { LEAST_WIDTH, selectorUnit } from './glyph-keys.ts';
import { GlyphTable } from './glyph-table.ts';
import type { Font, ObjectDocument, Reference, Value } from './object-document.ts';
import { hexOfByte } from './serialize.ts';
import type { PdfFonts } from './types.ts';

export interface EmbeddedFace {
  /** Name in the page's resources. */
  name: string;
  glyphs: GlyphTable;
}

const SPACE = 0x20;

/** Fixed, so that the names of fonts do not depend on the order of the text. */
const faceOrder: FaceId[] = ['sc-regular', 'sc-bold', 'jp-regular', 'jp-bold', 'sc-extended', 'jp-extended'];

function collectGlyphs(document: PagedDocument): Map<FaceId, GlyphTable> {
  const byFace = new Map<FaceId, GlyphTable>();
  let last: FaceId | null = null;
  let glyphs: GlyphTable | undefined;
  for (const { items } of document.pages) {
    for (const item of items) {
      if (item.kind !== 'text') continue;
      const { face } = item;
      if (!glyphs || face !== last) {
        glyphs = byFace.get(face) ?? new GlyphTable();
        byFace.set(face, glyphs);
        last = face;
      }
      glyphs.collect(item.text, item.adjustEm);
    }
  }
  return byFace;
}

/** Returns the character of each glyph code (glyph-keys.ts). */
function includeGlyphs(font: Font, glyphs: GlyphTable): number[] {
  const fontObject = font.font as FontObject;
  const { subset, widths } = font;
  const { unitsPerEm } = fontObject;
  const characters = [0];
  const includeUnits = (units: Uint16Array, codeOfUnit: Uint16Array): void => {
    subset.includeCharacters(units, codeOfUnit, widths);
    for (let i = 0; i < units.length; i++) {
      const unit = units[i]!;
      if (codeOfUnit[unit] !== 0) characters.push(unit);
    }
  };
  glyphs.giveCodes(widths, includeUnits, (codePoint, selector, wider) => {
    const id = fontObject.glyphOf(codePoint, selector);
    if (id === null) return 0;
    const width = (fontObject.advanceOfGlyph(id) * 1000) / unitsPerEm;
    const change = wider === 0 ? 0 : Math.max(wider, Math.min(0, LEAST_WIDTH - width));
    // A glyph that is narrow already stays as it is; beside a space readers see no other.
    if (wider !== 0 && (change === 0 || codePoint === SPACE)) return 0;
    const code = subset.includeGlyph(id, change);
    characters[code] = id === codePoint ? codePoint : codePoint + selectorUnit * selector;
    widths[code] = width + change;
    return code;
  });
  return characters;
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
  return hexOfByte[value >> 8]! + hexOfByte[value & 0xff]!;
}

const opened = hexOfByte.map((digits) => `<${digits}`);
const closed = hexOfByte.map((digits) => `${digits}>`);

/** `<5b57>`, in one step. */
function hexString(value: number): string {
  return opened[value >> 8]! + closed[value & 0xff]!;
}

function utf16Hex(character: number): string {
  if (character <= 0xffff) return hex(character);
  const codePoint = character % selectorUnit;
  if (codePoint !== character) return utf16Hex(codePoint) + utf16Hex(Math.floor(character / selectorUnit));
  return hex(0xd800 + ((codePoint - 0x10000) >> 10)) + hex(0xdc00 + ((codePoint - 0x10000) & 0x3ff));
}

/**
 * The ToUnicode CMap (§9.10.3): one range a run of codes whose characters follow each other.
 * A range may not cross a change of its high byte, neither in the code nor in the character.
 */
export function toUnicodeMap(characters: readonly number[]): string {
  const ranges: string[] = [];
  const single: string[] = [];
  for (let code = 1; code < characters.length; code++) {
    const start = code;
    const first = characters[code]!;
    let next = first + 1;
    while (
      characters[code + 1] === next &&
      next < selectorUnit &&
      ((code + 1) & 0xff) !== 0 &&
      (next & 0xff) !== 0
    ) {
      code++;
      next++;
    }
    const target = first <= 0xffff ? hexString(first) : `<${utf16Hex(first)}>`;
    if (code > start) ranges.push(hexString(start) + hexString(code) + target);
    else single.push(hexString(start) + target);
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

/** `onStream` is told at once what will be written at length of a face: it may be deflated meanwhile. */
export function embedFonts(
  document: PagedDocument,
  fonts: PdfFonts,
  objects: ObjectDocument,
  onStream: (bytes: Uint8Array) => void,
): EmbeddedFonts {
  const tables = collectGlyphs(document);
  const faces = new Map<FaceId, EmbeddedFace>();
  const resources: Record<string, Reference> = {};
  for (const face of faceOrder) {
    const glyphs = tables.get(face);
    if (!glyphs) continue;
    const font = objects.openFont(face, fonts.fontObject(face));
    const characters = includeGlyphs(font, glyphs);
    font.toUnicodeCmap = () => {
      const map = objects.ref({});
      const bytes = objects.latin1Bytes(toUnicodeMap(characters));
      map.end(bytes);
      onStream(bytes);
      return map;
    };
    resources[font.id] = font.ref();
    faces.set(face, { name: font.id, glyphs });
    onStream(font.subset.encode());
  }
  return { faces, resources };
}

/** To be called when pdfkit has made its font objects: what it writes at length, said briefly. */
export function compactFontObjects({ resources }: EmbeddedFonts): void {
  for (const { data } of Object.values(resources)) {
    const cidFont = data.DescendantFonts[0].data;
    cidFont.W = compactWidths(cidFont.W[1]);
    cidFont.DW = 1000;
  }
}
