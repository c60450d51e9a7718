/** Where the labels of a time line stand: by rank, right of the stem or left, low or high; what finds no place goes below. */
import type { TimeLineBox } from '../style/types.ts';
import type { TimeScale } from './time-scale.ts';

const MM = 72 / 25.4;
const TEXT_GAP_PT = 1.4 * MM;
/** Between two texts of one tier. */
const CLEAR_PT = 3 * MM;

type TimeEvent = TimeLineBox['events'][number];

export interface PlacedEvent {
  event: TimeEvent;
  tier: 'low' | 'high' | 'below';
  side: 'right' | 'left';
  stemPt: number;
  /** Of an event below the drawing, from 1; 0 elsewhere. */
  number: number;
}

interface Taken {
  story: TimeEvent['story'];
  tier: 'low' | 'high';
  fromPt: number;
  toPt: number;
  stemPt: number;
}

/** Events keep their order; a stem never crosses a text. */
export function placeEvents(box: TimeLineBox, scale: TimeScale): PlacedEvent[] {
  const taken: Taken[] = [];
  const places = new Map<TimeEvent, PlacedEvent>();
  let below = 0;
  for (const event of [...box.events].sort((a, b) => a.rank - b.rank)) {
    const stemPt = stemOf(event, scale);
    const widthPt = scale.widthOf(event.lines);
    const tiers = event.story === 'number' ? (['low', 'high'] as const) : (['low'] as const);
    let found: PlacedEvent | null = null;
    for (const tier of tiers) {
      for (const side of ['right', 'left'] as const) {
        const fromPt = side === 'right' ? stemPt + TEXT_GAP_PT : stemPt - TEXT_GAP_PT - widthPt;
        const wanted: Taken = { story: event.story, tier, fromPt, toPt: fromPt + widthPt, stemPt };
        if (found || !isFree(wanted, taken, scale.widthPt)) continue;
        taken.push(wanted);
        found = { event, tier, side, stemPt, number: 0 };
      }
    }
    if (!found) {
      below += 1;
      found = { event, tier: 'below', side: 'right', stemPt, number: below };
    }
    places.set(event, found);
  }
  return box.events.flatMap((event) => places.get(event) ?? []);
}

/** A bracket hangs on its middle; a day of the money's story on its end, since it is what must be open until then. */
function stemOf(event: TimeEvent, scale: TimeScale): number {
  if (event.bracket) return (scale.at(event.from) + scale.after(event.to)) / 2;
  const x = event.story === 'money' ? scale.after(event.to) : scale.at(event.from);
  return Math.min(Math.max(x, 0.25), scale.widthPt - 0.25);
}

function isFree(wanted: Taken, taken: Taken[], widthPt: number): boolean {
  if (wanted.fromPt < -0.5 || wanted.toPt > widthPt + 0.5) return false;
  return taken.every((other) => {
    if (other.story !== wanted.story) return true;
    if (other.tier === wanted.tier) {
      const apart = wanted.fromPt >= other.toPt + CLEAR_PT || wanted.toPt + CLEAR_PT <= other.fromPt;
      // A text may touch its own stem only.
      return apart && !within(other.stemPt, wanted) && !within(wanted.stemPt, other);
    }
    // The stem of a high label passes the low tier.
    return wanted.tier === 'high' ? !within(wanted.stemPt, other) : !within(other.stemPt, wanted);
  });
}

const within = (xPt: number, { fromPt, toPt }: Taken): boolean => xPt > fromPt - 1 && xPt < toPt + 1;
