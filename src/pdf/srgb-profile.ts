import { latin1Bytes } from './latin1.ts';

/**
 * The colour space sRGB (IEC 61966-2-1) as an ICC profile of version 4.2 (ICC.1:2004-10), with no more than what
 * a display profile must have (§8.3): some 500 bytes, where the usual file has 3 KB.
 */

/** Fixed point, 16 bits before and after the point. A character is a byte, here and below. */
function fixed(...values: number[]): string {
  return values.map((value) => uint32(Math.round(value * 65536))).join('');
}

function uint32(value: number): string {
  return uint16(value >>> 16) + uint16(value);
}

function uint16(value: number): string {
  return String.fromCharCode((value >> 8) & 0xff, value & 0xff);
}

function xyz(...values: number[]): string {
  return `XYZ ${uint32(0)}${fixed(...values)}`;
}

/** One record, English. */
function localized(text: string): string {
  const utf16 = text.replace(/./g, '\0$&');
  return `mluc${uint32(0)}${uint32(1)}${uint32(12)}enUS${uint32(utf16.length)}${uint32(28)}${utf16}`;
}

function profileHeader(size: number): string {
  // 2004-10-01, the date of the specification.
  const date = [2004, 10, 1, 0, 0, 0].map(uint16).join('');
  // Illuminant D50.
  const illuminant = fixed(0.9642, 1, 0.8249);
  return (
    `${uint32(size)}${uint32(0)}${uint32(0x04200000)}mntrRGB XYZ ${date}acsp` +
    `${'\0'.repeat(28)}${illuminant}${'\0'.repeat(48)}`
  );
}

let built: Uint8Array | undefined;

/** The same object each time, so that it is also deflated once (remember-deflated.ts). */
export function srgbProfile(): Uint8Array {
  built ??= latin1Bytes(buildSrgbProfile());
  return built;
}

function buildSrgbProfile(): string {
  // Function type 3 (§10.15): a power above a linear part near black.
  const curve = `para${uint32(0)}${uint16(3)}${uint16(0)}${fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)}`;
  // Primaries and the matrix from D65 to D50 as in Annex E of the specification (Bradford).
  const adaptation = [1.04791, 0.02293, -0.0502, 0.0296, 0.99046, -0.01707, -0.00925, 0.01506, 0.75179];
  const elements: { tags: string[]; data: string }[] = [
    { tags: ['desc'], data: localized('sRGB') },
    { tags: ['cprt'], data: localized('CC0') },
    { tags: ['wtpt'], data: xyz(0.9642, 1, 0.8249) },
    { tags: ['chad'], data: `sf32${uint32(0)}${fixed(...adaptation)}` },
    { tags: ['rXYZ'], data: xyz(0.43607, 0.22249, 0.01392) },
    { tags: ['gXYZ'], data: xyz(0.38515, 0.71687, 0.09708) },
    { tags: ['bXYZ'], data: xyz(0.14307, 0.06061, 0.7141) },
    { tags: ['rTRC', 'gTRC', 'bTRC'], data: curve },
  ];
  const count = elements.reduce((sum, { tags }) => sum + tags.length, 0);
  const start = 128 + 4 + 12 * count;
  let table = uint32(count);
  let body = '';
  for (const { tags, data } of elements) {
    for (const tag of tags) table += tag + uint32(start + body.length) + uint32(data.length);
    body += data.padEnd((data.length + 3) & ~3, '\0');
  }
  return profileHeader(start + body.length) + table + body;
}
