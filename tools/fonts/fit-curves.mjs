// Draws each curve of a contour with as few points as a tolerance allows, all of them on a grid.
//
// Between two points on the curve TrueType has any number of control points, a quadratic piece for each. The sources
// were cubic, and every cubic was cut into as many pieces as the most difficult weight of the family needed:
// most of them need one or two.

/** Pieces of the source's curve whose ends are measured. */
const SAMPLES = 16;

/** Nearest pieces of the new curve that a sample is measured against, on either side. */
const REACH = 5;

const half = (a, b) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** `count` + 1 points along the curve from `start` over the control points to `end`; each piece takes the same time. */
function sample(start, controls, end, count) {
  const last = controls.length - 1;
  return Array.from({ length: count + 1 }, (_, i) => {
    const at = (i / count) * controls.length;
    const piece = Math.min(last, Math.floor(at));
    const t = at - piece;
    const control = controls[piece];
    const from = piece === 0 ? start : half(controls[piece - 1], control);
    const to = piece === last ? end : half(control, controls[piece + 1]);
    const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
    return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y };
  });
}

/** Square of the distance of a point from a piece of a line. */
function squareTo(point, from, to) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return (from.x + t * dx - point.x) ** 2 + (from.y + t * dy - point.y) ** 2;
}

/** How far the samples of a curve are from another at most; Infinity as soon as it is above the limit. */
function deviation(samples, start, controls, end, limit) {
  const finer = 2 * SAMPLES;
  const line = sample(start, controls, end, finer);
  let worst = 0;
  for (let i = 1; i < SAMPLES; i++) {
    let best = Number.POSITIVE_INFINITY;
    const first = Math.max(0, 2 * i - REACH);
    const last = Math.min(finer - 1, 2 * i + REACH - 1);
    for (let j = first; j <= last; j++) best = Math.min(best, squareTo(samples[i], line[j], line[j + 1]));
    worst = Math.max(worst, best);
    if (worst > limit * limit) return Number.POSITIVE_INFINITY;
  }
  return Math.sqrt(worst);
}

/** Where the tangents of both ends meet; null where they don't before the curve. */
function meetingPoint(start, first, last, end) {
  const [ax, ay] = [first.x - start.x, first.y - start.y];
  const [bx, by] = [last.x - end.x, last.y - end.y];
  const cross = ax * by - ay * bx;
  if (cross === 0) return null;
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const t = (dx * by - dy * bx) / cross;
  const u = (dx * ay - dy * ax) / cross;
  return t > 0 && u > 0 ? { x: start.x + t * ax, y: start.y + t * ay } : null;
}

/** Degrees between a tangent of the source and the new one. */
function turnOf(start, control, newStart, newControl) {
  const [ax, ay] = [control.x - start.x, control.y - start.y];
  const [bx, by] = [newControl.x - newStart.x, newControl.y - newStart.y];
  return (Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by)) * 180) / Math.PI;
}

/** Degrees by which both tangents together may turn without a bend that shows where two curves join. */
const UNSEEN_TURN = 2;

/** A degree of turn weighs as much as this many units of distance. */
const TURN_WEIGHT = 0.1;

/** The cubic that gave `controls.length` pieces of equal time with these tangents at its ends. */
function cubicOf(start, controls, end) {
  const reach = (2 * controls.length) / 3;
  const along = (from, to) => ({ x: from.x + reach * (to.x - from.x), y: from.y + reach * (to.y - from.y) });
  return [start, along(start, controls[0]), along(end, controls.at(-1)), end];
}

function pointOf([a, b, c, d], t) {
  const s = 1 - t;
  const of = (axis) =>
    s * s * s * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t * t * t * d[axis];
  return { x: of('x'), y: of('y') };
}

function speedOf([a, b, c, d], t) {
  const s = 1 - t;
  const of = (axis) =>
    3 * (s * s * (b[axis] - a[axis]) + 2 * s * t * (c[axis] - b[axis]) + t * t * (d[axis] - c[axis]));
  return { x: of('x'), y: of('y') };
}

/** Control points of a cubic cut into two or more quadratic pieces; the outer ones keep its tangents. */
function cut(cubic, count) {
  return Array.from({ length: count }, (_, i) => {
    const [from, to] = [pointOf(cubic, i / count), pointOf(cubic, (i + 1) / count)];
    const [leaving, arriving] = [speedOf(cubic, i / count), speedOf(cubic, (i + 1) / count)];
    const ahead = { x: from.x + leaving.x / (2 * count), y: from.y + leaving.y / (2 * count) };
    const behind = { x: to.x - arriving.x / (2 * count), y: to.y - arriving.y / (2 * count) };
    if (i === 0) return ahead;
    return i === count - 1 ? behind : half(ahead, behind);
  });
}

const MOST_PIECES = 3;

export class CurveFitter {
  /** Units of the font. */
  constructor({ grid, tolerance }) {
    this.grid = grid;
    this.tolerance = tolerance;
    /** Characters share strokes, so most curves come again. */
    this.known = new Map();
  }

  /** A contour with its points on the grid, and fewer of them. */
  fit(contour) {
    const first = contour.findIndex(({ on }) => on);
    if (first < 0) return contour.map((point) => this.snap(point));
    const turned = [...contour.slice(first), ...contour.slice(0, first), contour[first]];
    const fitted = [];
    let start = 0;
    for (let end = 1; end < turned.length; end++) {
      if (!turned[end].on) continue;
      fitted.push({ ...this.snap(turned[start]), on: true });
      const controls = turned.slice(start + 1, end);
      const fewer = controls.length < 2 ? controls : this.fewer(turned[start], controls, turned[end]);
      fitted.push(...fewer.map((point) => ({ ...this.snap(point), on: false })));
      start = end;
    }
    return fitted;
  }

  snap(point) {
    const onGrid = (value) => Math.round(value / this.grid) * this.grid;
    return { ...point, x: onGrid(point.x), y: onGrid(point.y) };
  }

  /** The fewest control points, or those that were given. */
  fewer(start, controls, end) {
    const origin = this.snap(start);
    const key = [start, ...controls, end].map(({ x, y }) => `${x - origin.x},${y - origin.y}`).join(' ');
    let found = this.known.get(key);
    if (found === undefined) {
      found = this.search(start, controls, end).map(({ x, y }) => ({ x: x - origin.x, y: y - origin.y }));
      this.known.set(key, found);
    }
    return found.map(({ x, y }) => ({ x: x + origin.x, y: y + origin.y }));
  }

  search(start, controls, end) {
    const samples = sample(start, controls, end, SAMPLES);
    const [from, to] = [this.snap(start), this.snap(end)];
    const cubic = cubicOf(start, controls, end);
    const turnWith = (points) =>
      turnOf(start, controls[0], from, points[0]) + turnOf(end, controls.at(-1), to, points.at(-1));
    // Or by no more than the grid alone would turn them.
    const mostTurn = Math.max(UNSEEN_TURN, turnWith(controls.map((point) => this.snap(point))));
    for (let count = 1; count <= Math.min(MOST_PIECES, controls.length - 1); count++) {
      const meeting = count === 1 ? meetingPoint(start, controls[0], controls.at(-1), end) : null;
      if (count === 1 && meeting === null) continue;
      const ideal = meeting === null ? cut(cubic, count) : [meeting];
      const limit = this.tolerance + this.grid / 2;
      if (deviation(samples, start, ideal, end, limit) > limit) continue;
      let least = Number.POSITIVE_INFINITY;
      let best = null;
      for (const candidate of this.candidates(start, controls, end, ideal)) {
        const turn = turnWith(candidate);
        const allowed = Math.min(this.tolerance, least - TURN_WEIGHT * turn);
        if (turn > mostTurn || allowed < 0) continue;
        const found = deviation(samples, from, candidate, to, allowed) + TURN_WEIGHT * turn;
        if (found < least) [least, best] = [found, candidate];
      }
      if (best !== null) return best;
    }
    return controls;
  }

  /** The ideal control points on the grid, and their neighbours there: the outer ones, which matter most. */
  candidates(start, controls, end, ideal) {
    const firsts = this.around(ideal[0], [start, controls[0]]);
    const lasts = this.around(ideal.at(-1), [end, controls.at(-1)]);
    if (ideal.length === 1) {
      // A tangent that is level or upright stays so at both ends.
      return firsts
        .filter(({ x, y }) => {
          const isKept = (axis, value) =>
            controls.at(-1)[axis] !== end[axis] || value === this.snap(end)[axis];
          return isKept('x', x) && isKept('y', y);
        })
        .map((point) => [point]);
    }
    const inner = ideal.slice(1, -1).map((point) => this.snap(point));
    return firsts.flatMap((first) => lasts.map((last) => [first, ...inner, last]));
  }

  around(point, [onCurve, control]) {
    const near = this.snap(point);
    const steps = (axis) => {
      if (onCurve[axis] === control[axis]) return [this.snap(onCurve)[axis]];
      return [near[axis], near[axis] - this.grid, near[axis] + this.grid];
    };
    return steps('x').flatMap((x) => steps('y').map((y) => ({ x, y })));
  }
}
