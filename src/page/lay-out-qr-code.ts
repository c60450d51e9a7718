/** QR code as paths: level M, quiet zone of four modules inside the square (ISO/IEC 18004). */

import type { QrBox } from '../style/types.ts';
import { findQrCode, type QrModules } from './find-qr-code.ts';
import { type LaidDrawing, type LayoutContext, makeDrawing } from './layout-context.ts';
import type { PathOperator } from './types.ts';

const QUIET_MODULES = 4;
/** A module under 0.45 mm is lost in a copy: the square grows instead. */
const MIN_MODULE_PT = (0.45 * 72) / 25.4;

export function layOutQrCode(box: QrBox, { structure }: LayoutContext): LaidDrawing {
  const modules = findQrCode(box.href);
  const count = modules.size + 2 * QUIET_MODULES;
  const modulePt = Math.max(MIN_MODULE_PT, box.sizePt / count);
  const { frame, href } = box;
  const sidePt = modulePt * count;
  return makeDrawing(frame, sidePt, null, (out, xPt, yPt) => {
    const operators = darkRuns(modules, modulePt, xPt, yPt);
    out.push({ kind: 'path', operators, fill: 0, struct: frame.struct });
    const figure = frame.struct === null ? undefined : structure[frame.struct];
    if (figure === undefined || figure.parent === null) return;
    const { parent: struct, lang, alt: contents = href } = figure;
    out.push({
      kind: 'link',
      areas: [{ xPt, yPt, widthPt: sidePt, heightPt: sidePt }],
      href,
      contents,
      lang,
      struct,
    });
  });
}

/** Runs of dark modules in a row are one rectangle. */
function darkRuns(modules: QrModules, modulePt: number, xPt: number, yPt: number): PathOperator[] {
  const operators: PathOperator[] = [];
  const { size } = modules;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!modules.isDark(row, column)) continue;
      const start = column;
      while (column + 1 < size && modules.isDark(row, column + 1)) column += 1;
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
