// In: a schedule, the carrier's id, words in two languages. Out: the text of an .ics file, the same for the same input.
// Refuses to decide dates and wording, and writes nothing of the customer: no name, no number, no shop.

import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalEventBusyStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { Schedule, ScheduleStep } from '../schedule/types.ts';
import { alarmSeconds } from './alarms.ts';
import { eventText } from './event-text.ts';
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
  const parts = [description, ...(step.time === undefined ? [] : [words.byHour]), words.note];
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

export function writeCalendar(
  { today, steps, plan }: Schedule,
  carrier: string,
  words: CalendarWords,
): string {
  const calendar = ical({
    name: both(words.name[plan.numberPlan]),
    prodId: { company: 'kaiyaku', product: 'schedule', language: 'ZH' },
  });
  const stamp = midnight(today);
  for (const step of steps) {
    const text = eventText(words, step.id, plan);
    if (text === undefined || !isEvent(step, steps)) continue;
    const event = calendar.createEvent({
      // The same step of a later plan takes the place of this one: same id, higher sequence.
      id: `${step.id}.${carrier}@kaiyaku`,
      sequence: differenceInCalendarDays(stamp, midnight('2020-01-01')),
      stamp,
      allDay: true,
      start: midnight(step.from),
      // The end of an all-day event is the day after its last.
      end: addDays(midnight(step.to), 1),
      summary: both(text.title),
      description: describe(text, step, words),
      busystatus: ICalEventBusyStatus.FREE,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    const days = differenceInCalendarDays(midnight(step.to), midnight(step.from));
    for (const seconds of alarmSeconds(step.severity, days)) {
      // The library counts seconds before the start; positive ones from the end, unless told otherwise, which its
      // createAlarm forgets (ical-generator 10.2.0): the setter does not.
      event
        .createAlarm({ type: ICalAlarmType.display, trigger: -seconds })
        .relatesTo(ICalAlarmRelatesTo.start);
    }
  }
  return calendar.toString();
}
