/** Drawings as paths. Measures are of the visual grid: mm where it says mm. */
import type { ObjectFragment } from '../line/types.ts';
import type { Sides } from '../style/types.ts';
import type { PageItem, PathItem, PathOperator, Stroke } from './types.ts';

const MM = 72 / 25.4;

// A literal inside another goes the slow way of V8's runtime each time, and a document has hundreds of paths.
const moveTo = (xPt: number, yPt: number): PathOperator => ['m', xPt, yPt];
const lineTo = (xPt: number, yPt: number): PathOperator => ['l', xPt, yPt];
const rectangle = (xPt: number, yPt: number, widthPt: number, heightPt: number): PathOperator => [
  're',
  xPt,
  yPt,
  widthPt,
  heightPt,
];
const strokeOf = (widthPt: number): Stroke => ({ widthPt });

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
  const operators = [rectangle(xPt + inset, yPt + inset, sizePt - widthPt, sizePt - widthPt)];
  out.push({ kind: 'path', operators, stroke: strokeOf(widthPt), struct });
  if (checked) out.push(tick(xPt, yPt, sizePt, struct));
}

const TICK: Stroke = { widthPt: 1.55, cap: 'butt', join: 'miter' };

/** (0.9, 2.1) – (1.75, 3.05) – (3.2, 0.95) in a square of 4. */
function tick(xPt: number, yPt: number, sizePt: number, struct: number | null): PathItem {
  const u = sizePt / 4;
  const operators = [
    moveTo(xPt + 0.9 * u, yPt + 2.1 * u),
    lineTo(xPt + 1.75 * u, yPt + 3.05 * u),
    lineTo(xPt + 3.2 * u, yPt + 0.95 * u),
  ];
  return { kind: 'path', operators, stroke: TICK, struct };
}

const CONFIDENCE_BARS_MM = [1.3, 2.1, 2.9];
const FILLED_BARS = { high: 3, medium: 2, low: 1 };

/** Three rising bars, 1.05 mm wide; 3, 2 or 1 of them filled, the rest outlined. */
function drawConfidence(
  out: PageItem[],
  xPt: number,
  baselinePt: number,
  level: 'high' | 'medium' | 'low',
  struct: number | null,
): void {
  const filled = FILLED_BARS[level];
  const line = 0.5;
  const full: PathOperator[] = [];
  const open: PathOperator[] = [];
  for (let i = 0; i < CONFIDENCE_BARS_MM.length; i += 1) {
    const x = xPt + i * (1.05 + 0.35) * MM;
    const h = (CONFIDENCE_BARS_MM[i] as number) * MM;
    if (i < filled) full.push(rectangle(x, baselinePt - h, 1.05 * MM, h));
    else open.push(rectangle(x + line / 2, baselinePt - h + line / 2, 1.05 * MM - line, h - line));
  }
  out.push({ kind: 'path', operators: full, fill: 0, struct });
  if (open.length > 0) out.push({ kind: 'path', operators: open, stroke: strokeOf(line), struct });
}

/** A horizontal line; an artifact. */
export function drawRule(out: PageItem[], fromPt: number, yPt: number, toPt: number, widthPt: number): void {
  const operators = [moveTo(fromPt, yPt), lineTo(toPt, yPt)];
  out.push({ kind: 'path', operators, stroke: strokeOf(widthPt), struct: null });
}

export function drawVertical(
  out: PageItem[],
  xPt: number,
  fromPt: number,
  toPt: number,
  widthPt: number,
): void {
  const operators = [moveTo(xPt, fromPt), lineTo(xPt, toPt)];
  out.push({ kind: 'path', operators, stroke: strokeOf(widthPt), struct: null });
}

/** Borders lie inside the box; four alike are one rectangle. */
export function drawBorders(
  out: PageItem[],
  { topPt, rightPt, bottomPt, leftPt }: Sides,
  xPt: number,
  yPt: number,
  widthPt: number,
  heightPt: number,
): void {
  if (topPt > 0 && topPt === rightPt && topPt === bottomPt && topPt === leftPt) {
    const operators = [rectangle(xPt + topPt / 2, yPt + topPt / 2, widthPt - topPt, heightPt - topPt)];
    out.push({ kind: 'path', operators, stroke: strokeOf(topPt), struct: null });
    return;
  }
  if (topPt > 0) drawRule(out, xPt, yPt + topPt / 2, xPt + widthPt, topPt);
  if (bottomPt > 0) drawRule(out, xPt, yPt + heightPt - bottomPt / 2, xPt + widthPt, bottomPt);
  if (leftPt > 0) drawVertical(out, xPt + leftPt / 2, yPt, yPt + heightPt, leftPt);
  if (rightPt > 0) drawVertical(out, xPt + widthPt - rightPt / 2, yPt, yPt + heightPt, rightPt);
}
