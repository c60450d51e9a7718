/** Drawings as paths. Measures are of the visual grid: mm where it says mm. */
import type { ObjectFragment } from '../line/types.ts';
import type { BoxFrame } from '../style/types.ts';
import type { PageItem, PathItem, PathOperator } from './types.ts';

const MM = 72 / 25.4;

export function drawObject(out: PageItem[], fragment: ObjectFragment, xPt: number, baselinePt: number): void {
  const { drawing } = fragment;
  switch (drawing.kind) {
    case 'check-box': {
      const yPt = baselinePt - fragment.heightPt;
      const { sizePt, checked, fieldName, fieldTip } = drawing;
      if (fieldName !== undefined && fragment.struct !== null) {
        const { lang, struct } = fragment;
        out.push({
          kind: 'check-box',
          xPt,
          yPt,
          sizePt,
          name: fieldName,
          tip: fieldTip ?? '',
          checked,
          lang,
          struct,
        });
      } else {
        drawCheckBox(out, xPt, yPt, sizePt, checked, fragment.struct);
      }
      break;
    }
    case 'tick':
      out.push(tick(xPt, baselinePt - fragment.heightPt, drawing.sizePt, fragment.struct));
      break;
    case 'writing-line':
      drawRule(out, xPt, baselinePt + fragment.depthPt, xPt + fragment.widthPt, 0.75);
      break;
    case 'confidence':
      drawConfidence(out, xPt, baselinePt, drawing.level, fragment.struct);
      break;
    default:
      drawing satisfies never;
  }
}

/** 1 pt inside the square (0.8 lost a side in the copy test); ticked 1.35 pt with a 1.55 pt tick. */
function drawCheckBox(
  out: PageItem[],
  xPt: number,
  yPt: number,
  sizePt: number,
  checked: boolean,
  struct: number | null,
): void {
  const widthPt = checked ? 1.35 : 1;
  const inset = widthPt / 2;
  out.push({
    kind: 'path',
    operators: [['re', xPt + inset, yPt + inset, sizePt - widthPt, sizePt - widthPt]],
    stroke: { widthPt },
    struct,
  });
  if (checked) out.push(tick(xPt, yPt, sizePt, struct));
}

/** (0.9, 2.1) – (1.75, 3.05) – (3.2, 0.95) in a square of 4. */
function tick(xPt: number, yPt: number, sizePt: number, struct: number | null): PathItem {
  const u = sizePt / 4;
  const operators: PathOperator[] = [
    ['m', xPt + 0.9 * u, yPt + 2.1 * u],
    ['l', xPt + 1.75 * u, yPt + 3.05 * u],
    ['l', xPt + 3.2 * u, yPt + 0.95 * u],
  ];
  return { kind: 'path', operators, stroke: { widthPt: 1.55, cap: 'butt', join: 'miter' }, struct };
}

/** Three rising bars, 1.05 mm wide and 1.3, 2.1 and 2.9 mm high; 3, 2 or 1 of them filled, the rest outlined. */
function drawConfidence(
  out: PageItem[],
  xPt: number,
  baselinePt: number,
  level: 'high' | 'medium' | 'low',
  struct: number | null,
): void {
  const filled = { high: 3, medium: 2, low: 1 }[level];
  const line = 0.5;
  const full: PathOperator[] = [];
  const open: PathOperator[] = [];
  for (const [index, heightMm] of [1.3, 2.1, 2.9].entries()) {
    const x = xPt + index * (1.05 + 0.35) * MM;
    const h = heightMm * MM;
    if (index < filled) full.push(['re', x, baselinePt - h, 1.05 * MM, h]);
    else open.push(['re', x + line / 2, baselinePt - h + line / 2, 1.05 * MM - line, h - line]);
  }
  out.push({ kind: 'path', operators: full, fill: 0, struct });
  if (open.length > 0) out.push({ kind: 'path', operators: open, stroke: { widthPt: line }, struct });
}

/** A horizontal line; an artifact. */
export function drawRule(out: PageItem[], fromPt: number, yPt: number, toPt: number, widthPt: number): void {
  out.push({
    kind: 'path',
    operators: [
      ['m', fromPt, yPt],
      ['l', toPt, yPt],
    ],
    stroke: { widthPt },
    struct: null,
  });
}

export function drawVertical(
  out: PageItem[],
  xPt: number,
  fromPt: number,
  toPt: number,
  widthPt: number,
): void {
  out.push({
    kind: 'path',
    operators: [
      ['m', xPt, fromPt],
      ['l', xPt, toPt],
    ],
    stroke: { widthPt },
    struct: null,
  });
}

/** Borders lie inside the box; four alike are one rectangle. */
export function drawBorders(
  out: PageItem[],
  { border, widthPt }: BoxFrame,
  xPt: number,
  yPt: number,
  heightPt: number,
): void {
  const { topPt, rightPt, bottomPt, leftPt } = border;
  if (topPt > 0 && topPt === rightPt && topPt === bottomPt && topPt === leftPt) {
    const operators: PathOperator[] = [
      ['re', xPt + topPt / 2, yPt + topPt / 2, widthPt - topPt, heightPt - topPt],
    ];
    out.push({ kind: 'path', operators, stroke: { widthPt: topPt }, struct: null });
    return;
  }
  if (topPt > 0) drawRule(out, xPt, yPt + topPt / 2, xPt + widthPt, topPt);
  if (bottomPt > 0) drawRule(out, xPt, yPt + heightPt - bottomPt / 2, xPt + widthPt, bottomPt);
  if (leftPt > 0) drawVertical(out, xPt + leftPt / 2, yPt, yPt + heightPt, leftPt);
  if (rightPt > 0) drawVertical(out, xPt + widthPt - rightPt / 2, yPt, yPt + heightPt, rightPt);
}
