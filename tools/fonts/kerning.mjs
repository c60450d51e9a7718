// Pair kerning of printable ASCII, shaped by HarfBuzz from the GPOS table that the subsets drop.
import { Blob, Buffer, Face, Feature, Font, shape } from 'harfbuzzjs';

const ASCII = Array.from({ length: 0x7e - 0x21 + 1 }, (_, i) => String.fromCharCode(0x21 + i));

function advancesOf(font, text, kern) {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer, [new Feature('kern', kern ? 1 : 0), new Feature('liga', 0), new Feature('calt', 0)]);
  return buffer.getGlyphPositions().map(({ xAdvance }) => xAdvance);
}

/**
 * By left character: right characters with units of 1/1000 em, as `T-63 V-40`; pairs without kerning are left out.
 */
export function kerningOf(bytes) {
  const font = new Font(new Face(new Blob(Uint8Array.from(bytes).buffer)));
  const pairs = {};
  for (const left of ASCII) {
    const kerned = ASCII.map((right) => {
      const [plain] = advancesOf(font, left + right, false);
      const [units] = advancesOf(font, left + right, true);
      return units === plain ? '' : `${right}${units - plain}`;
    });
    const row = kerned.filter((pair) => pair !== '').join(' ');
    if (row !== '') pairs[left] = row;
  }
  return pairs;
}
