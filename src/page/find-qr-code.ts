import { create } from 'qrcode';
import { qrCodes } from '#qr-codes';

/** The dark and light squares of a QR code, in rows. */
export interface QrModules {
  size: number;
  isDark(row: number, column: number): boolean;
}

/** Level M (ISO/IEC 18004). The codes of the carriers' own addresses were worked out when the package was built. */
export function findQrCode(address: string): QrModules {
  const known = Object.hasOwn(qrCodes, address) ? qrCodes[address] : undefined;
  if (known) {
    const { size, modules } = known;
    return {
      size,
      isDark(row, column) {
        const at = row * size + column;
        return (((modules.charCodeAt(Math.floor(at / 6)) - 48) >> (at % 6)) & 1) === 1;
      },
    };
  }
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) !== 0 };
}
