import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber } from '../../../src/calendar-day.ts';
import { placeEvents } from '../../../src/page/place-events.ts';
import type { TimeScale } from '../../../src/page/time-scale.ts';
import type { TimeLineBox } from '../../../src/style/types.ts';

type TimeEvent = TimeLineBox['events'][number];

const FIRST = dayNumber('2027-01-01');
const DAYS = 150;
const WIDTH = 516;
const scaleOf = (textPt: number): TimeScale => ({
  widthPt: WIDTH,
  days: DAYS,
  at: (day) => ((dayNumber(day) - FIRST) * WIDTH) / DAYS,
  after: (day) => ((dayNumber(day) - FIRST + 1) * WIDTH) / DAYS,
  widthOf: () => textPt,
});
const event = (day: string, rank: number, more: Partial<TimeEvent> = {}): TimeEvent => ({
  story: 'number',
  from: day,
  to: day,
  bracket: false,
  heavy: false,
  rank,
  lines: [],
  ...more,
});
const line = (events: TimeEvent[]): TimeLineBox => ({
  kind: 'time-line',
  upright: false,
  frame: {} as TimeLineBox['frame'],
  from: '2027-01-01',
  to: '2027-05-30',
  bars: [],
  months: [],
  numbers: new Map(),
  events,
});
const day = (offset: number): string => new Date(Date.UTC(2027, 0, 1 + offset)).toISOString().slice(0, 10);

test('a label stands low and to the right of its stem when nothing is in its way', () => {
  expect(placeEvents(line([event('2027-02-01', 1)]), scaleOf(60))).toMatchObject([
    { tier: 'low', side: 'right' },
  ]);
});

test('a label at the right edge turns to the left', () => {
  expect(placeEvents(line([event('2027-05-29', 1)]), scaleOf(60))).toMatchObject([{ side: 'left' }]);
});

test('visit and departure in one week both find a place: the earlier turns left', () => {
  const placed = placeEvents(
    line([event('2027-03-23', 1, { heavy: true }), event('2027-03-28', 2)]),
    scaleOf(70),
  );
  expect(placed.map(({ tier, side }) => `${tier} ${side}`)).toEqual(['low left', 'low right']);
});

test('what finds no place gets a number, the least important first', () => {
  const crowd = [1, 2, 3, 4, 5, 6].map((rank) => event(day(60 + rank), rank));
  const placed = placeEvents(line(crowd), scaleOf(80));
  const below = placed.filter(({ tier }) => tier === 'below');
  expect(below.length).toBeGreaterThan(0);
  expect(below.map(({ number }) => number)).toEqual(below.map((_, i) => i + 1));
  expect(placed[0]?.tier).not.toBe('below');
});

test('no text meets a text of its tier, none is crossed by a stem, none leaves the drawing', () => {
  const events = fc.array(fc.record({ offset: fc.integer({ min: 0, max: DAYS - 1 }), money: fc.boolean() }), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(events, fc.integer({ min: 20, max: 120 }), (list, textPt) => {
      const box = line(
        list.map(({ offset, money }, i) => event(day(offset), i, { story: money ? 'money' : 'number' })),
      );
      const texts = placeEvents(box, scaleOf(textPt)).flatMap(({ event: e, tier, side, stemPt }) => {
        if (tier === 'below') return [];
        const from = side === 'right' ? stemPt + 3 : stemPt - 3 - textPt;
        return [{ row: `${e.story} ${tier}`, story: e.story, tier, from, to: from + textPt, stemPt }];
      });
      for (const a of texts) {
        expect(a.from).toBeGreaterThan(-2);
        expect(a.to).toBeLessThan(WIDTH + 2);
        for (const b of texts) {
          if (a === b) continue;
          if (a.row === b.row) expect(a.from >= b.to || b.from >= a.to).toBe(true);
          if (a.story === b.story && a.tier === 'low')
            expect(b.stemPt > a.from && b.stemPt < a.to).toBe(false);
        }
      }
    }),
    { seed: 7, numRuns: 200 },
  );
});
