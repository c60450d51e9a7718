import { create } from 'qrcode';
import { expect, test } from 'vitest';
import { qrCodes } from '#qr-codes';
import { findQrCode } from '../../../src/page/find-qr-code.ts';

const drawn = (address: string): string => {
  const { size, isDark } = findQrCode(address);
  return Array.from({ length: size * size }, (_, at) =>
    isDark(Math.floor(at / size), at % size) ? '#' : '.',
  ).join('');
};
const encoded = (address: string): string =>
  Array.from(create(address, { errorCorrectionLevel: 'M' }).modules.data, (dark) => (dark ? '#' : '.')).join(
    '',
  );

test('the codes that are kept are those that the library makes', () => {
  const addresses = Object.keys(qrCodes);
  expect(addresses.length).toBeGreaterThanOrEqual(28);
  for (const address of addresses) expect(drawn(address), address).toBe(encoded(address));
});

test('any other address is worked out', () => {
  const address = 'https://example.org/解約?x=1';
  expect(Object.hasOwn(qrCodes, address)).toBe(false);
  expect(drawn(address)).toBe(encoded(address));
});
