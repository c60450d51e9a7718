// In: a schedule, words in two languages. Out: the text of an .ics file, the same for the same input.
// Refuses to decide dates and wording, and writes nothing of the customer: no name, no number, no shop.

import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { differenceInMinutes } from 'date-fns/differenceInMinutes';
import { differenceInSeconds } from 'date-fns/differenceInSeconds';
import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalEventBusyStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { Schedule, ScheduleStep } from '../schedule/types.ts';
import { alarmSeconds, visitAlarmSeconds } from './alarms.ts';
import { eventText } from './event-text.ts';
import { BOOKED } from './follow-booking.ts';
import type { Bilingual, CalendarWords, EventText } from './types.ts';

interface DatedStep extends ScheduleStep {
  from: string;
  to: string;
}

function midnight(day: string): Date {
  return new UTCDateMini(`${day}T00:00:00Z`);
}

/** The owner reads Chinese; the Japanese is what may be shown to somebody. */
function both({ zhHans, ja }: Bilingual): string {
  return `${zhHans} / ${ja}`;
}

function describe({ description }: EventText, step: DatedStep, words: CalendarWords): string {
  const isBooked = step.id === BOOKED;
  const hour = isBooked ? words.atHour : words.byHour;
  // A day that is chosen is not computed.
  const note = isBooked ? [] : [words.note];
  const parts = [description, ...(step.time === undefined ? [] : [hour]), ...note];
  const inLanguage = (language: keyof Bilingual): string =>
    parts.map((part) => part[language].replace('{time}', step.time ?? '')).join('\n');
  return `${inLanguage('zhHans')}\n\n${inLanguage('ja')}`;
}

/** A bar over a whole billing period says nothing on a calendar, and what is past needs no event. */
function isEvent(step: ScheduleStep, steps: readonly ScheduleStep[]): step is DatedStep {
  if (step.from === null || step.to === null || step.missed) return false;
  if (step.severity === 'info' && step.from !== step.to) return false;
  // An application on the web or by phone takes the days of its window: one event for both.
  const isWindow = step.id === 'visit-save-month' || step.id === 'visit-keep-number';
  const same = (other: ScheduleStep): boolean => other.from === step.from && other.to === step.to;
  return !(isWindow && steps.some((other) => other.id.startsWith('apply-') && same(other)));
}

interface CalendarOptions {
  words: CalendarWords;
  /** What tells the calendars of one person from those of another; stands in every id. */
  owner: string;
  /** When it is written: `2027-01-15T00:00:00Z`. */
  stamp: string;
}

/** No plan is older, and a SEQUENCE counts from 0 (RFC 5545 §3.8.7.4). */
const EARLIEST_STAMP = '2000-01-01';

export function writeCalendar({ steps, plan }: Schedule, { words, owner, stamp }: CalendarOptions): string {
  const calendar = ical({
    name: both(words.name[plan.numberPlan]),
    prodId: { company: 'kaiyaku', product: 'schedule', language: 'ZH' },
  });
  const written = new UTCDateMini(stamp);
  for (const step of steps) {
    const text = eventText(words, step.id, plan);
    if (text === undefined || !isEvent(step, steps)) continue;
    const { alarms, ...time } = step.id === BOOKED && step.time ? atHour(step, step.time) : onDays(step);
    const event = calendar.createEvent({
      // The same step of a later plan takes the place of this one: same id, higher sequence.
      id: `${step.id}.${owner}@kaiyaku`,
      sequence: differenceInMinutes(written, midnight(EARLIEST_STAMP)),
      stamp: written,
      ...time,
      summary: both(text.title),
      description: describe(text, step, words),
    });
    for (const seconds of alarms) {
      // The library counts seconds before the start; positive ones from the end, unless told otherwise, which its
      // createAlarm forgets (ical-generator 10.2.0): the setter does not.
      event
        .createAlarm({ type: ICalAlarmType.display, trigger: -seconds })
        .relatesTo(ICalAlarmRelatesTo.start);
    }
  }
  // RFC 5545 §3.1: every line ends so, the last one too.
  return `${calendar.toString()}\r\n`;
}

function onDays({ from, to, severity }: DatedStep) {
  return {
    allDay: true,
    start: midnight(from),
    // The end of an all-day event is the day after its last.
    end: addDays(midnight(to), 1),
    busystatus: ICalEventBusyStatus.FREE,
    transparency: ICalEventTransparency.TRANSPARENT,
    alarms: alarmSeconds(severity, differenceInCalendarDays(midnight(to), midnight(from))),
  };
}

/** It has no end: how long it takes nobody knows. */
function atHour({ from }: DatedStep, time: string) {
  const start = new UTCDateMini(`${from}T${time}:00+09:00`);
  return {
    start,
    alarms: visitAlarmSeconds(differenceInSeconds(start, new UTCDateMini(`${from}T00:00:00+09:00`))),
  };
}
