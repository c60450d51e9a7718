/**
 * The colour space sRGB (IEC 61966-2-1) as an ICC profile of version 4.2 (ICC.1:2004-10), with no more than what
 * a display profile must have (§8.3): some 500 bytes, where the usual file has 3 KB.
 */

/** Fixed point, 16 bits before and after the point. */
function fixed(...values: number[]): number[] {
  return values.flatMap((value) => bytes32(Math.round(value * 65536)));
}

function bytes32(value: number): number[] {
  return [(value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}

function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

function xyz(...values: number[]): number[] {
  return [...ascii('XYZ '), ...bytes32(0), ...fixed(...values)];
}

/** One record, English. */
function localized(text: string): number[] {
  const utf16 = ascii(text).flatMap((byte) => [0, byte]);
  return [
    ...ascii('mluc'),
    ...bytes32(0),
    ...bytes32(1),
    ...bytes32(12),
    ...ascii('enUS'),
    ...bytes32(utf16.length),
    ...bytes32(28),
    ...utf16,
  ];
}

function padded(data: number[]): number[] {
  return [...data, ...Array.from({ length: (4 - (data.length % 4)) % 4 }, () => 0)];
}

function profileHeader(size: number): number[] {
  return [
    ...bytes32(size),
    ...bytes32(0),
    ...bytes32(0x04200000),
    ...ascii('mntrRGB XYZ '),
    // 2004-10-01, the date of the specification.
    ...[2004, 10, 1, 0, 0, 0].flatMap((value) => [value >> 8, value & 0xff]),
    ...ascii('acsp'),
    ...Array.from({ length: 28 }, () => 0),
    // Illuminant D50.
    ...fixed(0.9642, 1, 0.8249),
    ...Array.from({ length: 48 }, () => 0),
  ];
}

let built: Uint8Array | undefined;

/** The same object each time, so that it is also deflated once (remember-deflated.ts). */
export function srgbProfile(): Uint8Array {
  built ??= buildSrgbProfile();
  return built;
}

function buildSrgbProfile(): Uint8Array {
  // Function type 3 (§10.15): a power above a linear part near black.
  const curve = [
    ...ascii('para'),
    ...bytes32(0),
    ...[0, 3, 0, 0],
    ...fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045),
  ];
  // Primaries and the matrix from D65 to D50 as in Annex E of the specification (Bradford).
  const adaptation = [1.04791, 0.02293, -0.0502, 0.0296, 0.99046, -0.01707, -0.00925, 0.01506, 0.75179];
  const elements: { tags: string[]; data: number[] }[] = [
    { tags: ['desc'], data: localized('sRGB') },
    { tags: ['cprt'], data: localized('CC0') },
    { tags: ['wtpt'], data: xyz(0.9642, 1, 0.8249) },
    { tags: ['chad'], data: [...ascii('sf32'), ...bytes32(0), ...fixed(...adaptation)] },
    { tags: ['rXYZ'], data: xyz(0.43607, 0.22249, 0.01392) },
    { tags: ['gXYZ'], data: xyz(0.38515, 0.71687, 0.09708) },
    { tags: ['bXYZ'], data: xyz(0.14307, 0.06061, 0.7141) },
    { tags: ['rTRC', 'gTRC', 'bTRC'], data: curve },
  ];
  const count = elements.reduce((sum, { tags }) => sum + tags.length, 0);
  const table = bytes32(count);
  const body: number[] = [];
  const start = 128 + 4 + 12 * count;
  for (const { tags, data } of elements) {
    for (const tag of tags) {
      table.push(...ascii(tag), ...bytes32(start + body.length), ...bytes32(data.length));
    }
    body.push(...padded(data));
  }
  return Uint8Array.from([...profileHeader(start + body.length), ...table, ...body]);
}
