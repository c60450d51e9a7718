/** QR code as paths: level M, quiet zone of four modules inside the square (ISO/IEC 18004). */

import { create } from 'qrcode';
import { qrMasks } from '#qr-masks';
import type { QrBox } from '../style/types.ts';
import type { LaidBox } from './layout-context.ts';
import type { PathOperator } from './types.ts';

const QUIET_MODULES = 4;
/** A module under 0.45 mm is lost in a copy: the square grows instead. */
const MIN_MODULE_PT = (0.45 * 72) / 25.4;

export function layOutQrCode(box: QrBox): LaidBox {
  const known = qrMasks[box.href];
  const { modules } = create(box.href, {
    errorCorrectionLevel: 'M',
    ...(known === undefined ? {} : { maskPattern: known }),
  });
  const count = modules.size + 2 * QUIET_MODULES;
  const modulePt = Math.max(MIN_MODULE_PT, box.sizePt / count);
  return {
    heightPt: modulePt * count,
    baselinePt: null,
    emit(out, xPt, yPt) {
      out.push({
        kind: 'path',
        operators: darkRuns(modules, modulePt, xPt, yPt),
        fill: 0,
        struct: box.frame.struct,
      });
    },
  };
}

/** Runs of dark modules in a row are one rectangle. */
function darkRuns(
  modules: { size: number; get(row: number, column: number): number },
  modulePt: number,
  xPt: number,
  yPt: number,
): PathOperator[] {
  const operators: PathOperator[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column += 1;
      const x = xPt + (QUIET_MODULES + start) * modulePt;
      operators.push([
        're',
        x,
        yPt + (QUIET_MODULES + row) * modulePt,
        (column + 1 - start) * modulePt,
        modulePt,
      ]);
    }
  }
  return operators;
}
