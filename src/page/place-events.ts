/**
 * Where the labels of a time line stand: right of the stem or left, low or high, so that no text meets another and no
 * stem crosses a text. All of them together are tried, the important ones first; what finds no place goes below.
 */
import type { TimeLineBox } from '../style/types.ts';
import { TEXT_GAP_PT, type TimeScale } from './time-scale.ts';

const MM = 72 / 25.4;
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

interface Label {
  event: TimeEvent;
  tier: 'low' | 'high';
  side: 'right' | 'left';
  fromPt: number;
  toPt: number;
  stemPt: number;
}

/** Beyond so many events of one story the search would take too long: the least important go below at once. */
const MOST_EVENTS = 8;

/** Events keep their order. */
export function placeEvents(box: TimeLineBox, scale: TimeScale): PlacedEvent[] {
  const labels = new Map<TimeEvent, Label>();
  for (const story of ['number', 'money'] as const) {
    const events = box.events.filter((event) => event.story === story).sort((a, b) => a.rank - b.rank);
    for (const label of findLabels(events.slice(0, MOST_EVENTS), scale)) labels.set(label.event, label);
  }
  let below = 0;
  return box.events.map((event): PlacedEvent => {
    const label = labels.get(event);
    if (label) return { event, tier: label.tier, side: label.side, stemPt: label.stemPt, number: 0 };
    below += 1;
    return { event, tier: 'below', side: 'right', stemPt: stemOf(event, scale), number: below };
  });
}

/**
 * Depth first in order of rank. A place costs its position in the list of choices; none costs more than any places
 * of less important events can save.
 */
function findLabels(events: TimeEvent[], scale: TimeScale): Label[] {
  const choices = events.map((event) => choicesOf(event, scale));
  let best: Label[] = [];
  let leastCost = Number.POSITIVE_INFINITY;
  const labels: Label[] = [];
  const tryFrom = (index: number, cost: number): void => {
    if (cost >= leastCost) return;
    if (index === events.length) {
      best = [...labels];
      leastCost = cost;
      return;
    }
    const places = choices[index] as Label[];
    for (let at = 0; at < places.length && cost + at < leastCost; at += 1) {
      const label = places[at] as Label;
      if (!fitsBeside(labels, label)) continue;
      labels.push(label);
      tryFrom(index + 1, cost + at);
      labels.pop();
    }
    tryFrom(index + 1, cost + 100 * 2 ** (events.length - index));
  };
  tryFrom(0, 0);
  return best;
}

const TIERS: Label['tier'][] = ['low', 'high'];
const SIDES: Label['side'][] = ['right', 'left'];

function choicesOf(event: TimeEvent, scale: TimeScale): Label[] {
  const stemPt = stemOf(event, scale);
  const widthPt = scale.widthOf(event.lines);
  const choices: Label[] = [];
  for (const tier of event.story === 'number' ? TIERS : TIERS.slice(0, 1)) {
    for (const side of SIDES) {
      const fromPt = side === 'right' ? stemPt + TEXT_GAP_PT : stemPt - TEXT_GAP_PT - widthPt;
      const toPt = fromPt + widthPt;
      if (fromPt > -0.5 && toPt < scale.widthPt + 0.5)
        choices.push({ event, tier, side, fromPt, toPt, stemPt });
    }
  }
  return choices;
}

/** A bracket hangs on its middle; a day of the money's story on its end, since the account must be open until then. */
function stemOf(event: TimeEvent, scale: TimeScale): number {
  if (event.bracket) return (scale.at(event.from) + scale.after(event.to)) / 2;
  const x = event.story === 'money' || event.heavy ? scale.after(event.to) : scale.at(event.from);
  return Math.min(Math.max(x, 0.25), scale.widthPt - 0.25);
}

function fitsBeside(others: readonly Label[], label: Label): boolean {
  for (const other of others) if (!agree(label, other)) return false;
  return true;
}

function agree(a: Label, b: Label): boolean {
  if (a.tier === b.tier) {
    const apart = a.fromPt >= b.toPt + CLEAR_PT || a.toPt + CLEAR_PT <= b.fromPt;
    return apart && !crosses(b, a) && !crosses(a, b);
  }
  // The stem of a high label passes the low tier.
  return a.tier === 'high' ? !crosses(a, b) : !crosses(b, a);
}

const crosses = ({ stemPt }: Label, { fromPt, toPt }: Label): boolean =>
  stemPt > fromPt - 1 && stemPt < toPt + 1;
