/** Drawings as paths. Measures are of the visual grid: mm where it says mm. */
import type { ObjectFragment } from '../line/types.ts';
import type { Sides, StructId } from '../style/types.ts';
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
        // 1 pt inside the square (0.8 lost a side in the copy test); ticked 1.35 pt with a 1.55 pt tick.
        drawRectangle(out, xPt, yPt, sizePt, sizePt, checked ? 1.35 : 1, fragment.struct);
        if (checked) out.push(tick(xPt, yPt, sizePt, fragment.struct));
      }
      break;
    }
    case 'writing-line': {
      const yPt = baselinePt + fragment.depthPt;
      drawLine(out, xPt, yPt, xPt + fragment.widthPt, yPt, 0.75);
      break;
    }
    case 'confidence':
      drawConfidence(out, xPt, baselinePt, drawing.level, fragment.struct);
      break;
    default:
      drawing satisfies never;
  }
}

const TICK = strokeOf(1.55);

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

/** An artifact. */
export function drawLine(
  out: PageItem[],
  x1Pt: number,
  y1Pt: number,
  x2Pt: number,
  y2Pt: number,
  widthPt: number,
): void {
  const operators = [moveTo(x1Pt, y1Pt), lineTo(x2Pt, y2Pt)];
  out.push({ kind: 'path', operators, stroke: strokeOf(widthPt), struct: null });
}

/** Its line lies inside. */
function drawRectangle(
  out: PageItem[],
  xPt: number,
  yPt: number,
  widthPt: number,
  heightPt: number,
  linePt: number,
  struct: StructId,
): void {
  const inset = linePt / 2;
  const operators = [rectangle(xPt + inset, yPt + inset, widthPt - linePt, heightPt - linePt)];
  out.push({ kind: 'path', operators, stroke: strokeOf(linePt), struct });
}

/** Of a line to cut along, and of what may come later. */
export const DASH_PT = [3, 2];

/** Borders lie inside the box; four alike are one rectangle. */
export function drawBorders(
  out: PageItem[],
  sides: Sides,
  dashed: boolean,
  xPt: number,
  yPt: number,
  widthPt: number,
  heightPt: number,
): void {
  const { topPt, rightPt, bottomPt, leftPt } = sides;
  const first = out.length;
  if (topPt > 0 && topPt === rightPt && topPt === bottomPt && topPt === leftPt) {
    drawRectangle(out, xPt, yPt, widthPt, heightPt, topPt, null);
  } else drawSides(out, sides, xPt, yPt, xPt + widthPt, yPt + heightPt);
  if (!dashed) return;
  for (let i = first; i < out.length; i += 1) dash(out[i] as PageItem);
}

function drawSides(
  out: PageItem[],
  { topPt, rightPt, bottomPt, leftPt }: Sides,
  xPt: number,
  yPt: number,
  right: number,
  bottom: number,
): void {
  if (topPt > 0) drawLine(out, xPt, yPt + topPt / 2, right, yPt + topPt / 2, topPt);
  if (bottomPt > 0) drawLine(out, xPt, bottom - bottomPt / 2, right, bottom - bottomPt / 2, bottomPt);
  if (leftPt > 0) drawLine(out, xPt + leftPt / 2, yPt, xPt + leftPt / 2, bottom, leftPt);
  if (rightPt > 0) drawLine(out, right - rightPt / 2, yPt, right - rightPt / 2, bottom, rightPt);
}

function dash(item: PageItem): void {
  if (item.kind === 'path' && item.stroke) item.stroke.dashPt = DASH_PT;
}
