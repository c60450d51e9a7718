/** The days that follow from the answers, and a calendar of them. */
import { calendarWords, dateWords } from '#calendar-words';
import { daysInOrder } from '../src/calendar/days-in-order.ts';
import { BOOKED } from '../src/calendar/follow-booking.ts';
import { MARK_DIGITS, personText } from '../src/case/person-text.ts';
import type { Case } from '../src/case/types.ts';
import { formatRelative, formatSpan } from '../src/fill/format-date.ts';
import type { Sentence } from '../src/problem.ts';
import type { Schedule, ScheduleStep } from '../src/schedule/types.ts';
import { find, inBoth, make, renew, say } from './elements.ts';

/** Null where the answers have a mistake: then the days stay as they were, for what moves under a finger is not hit. */
export function showDays(schedule: Schedule | null): void {
  renew(find('days-before'), schedule === null ? say('days-before') : null);
  if (schedule === null) return;
  find('days').hidden = false;
  const rows = daysInOrder(schedule, calendarWords).flatMap(({ step, title }) =>
    title === undefined ? [] : [makeRow(step, title, schedule.today)],
  );
  find('day-rows').replaceChildren(...rows);
}

export function hideDays(): void {
  find('days').hidden = true;
}

function makeRow(step: ScheduleStep, title: Sentence, today: string): HTMLElement {
  const hour = step.time === undefined ? null : make('span', {}, ' ', sayHour(step.id, step.time));
  return make(
    'tr',
    { class: step.severity },
    make('th', { scope: 'row' }, inBoth(describeDays(step, today)), hour),
    make('td', {}, inBoth(title), step.missed ? make('p', {}, say('missed')) : null),
  );
}

const sayHour = (id: string, time: string): DocumentFragment =>
  say(id === BOOKED ? 'at-hour' : 'by-hour', { time });

function describeDays({ from, to, relative }: ScheduleStep, today: string): Sentence {
  const [first, last] = [from ?? to, to ?? from];
  const inWords = (language: 'zh' | 'ja', unknown: string): string => {
    if (first !== null && last !== null)
      return formatSpan(dateWords, first, last, `${language}.day-weekday`, today);
    return relative ? formatRelative(dateWords, relative, language, 'span') : unknown;
  };
  const { zhHans, ja } = calendarWords.unknownDay;
  return { zhHans: inWords('zh', zhHans), ja: inWords('ja', ja) };
}

/** Events as `kaiyaku schedule --ics` writes them, loaded when they are asked for. */
export async function writeCalendarFile(customer: Case, schedule: Schedule): Promise<File> {
  const { writeCalendar } = await import('../src/calendar/write-calendar.ts');
  const text = writeCalendar(schedule, {
    words: calendarWords,
    owner: await caseMark(customer),
    stamp: new Date().toISOString(),
  });
  return new File([text], `kaiyaku-${customer.carrier}.ics`, { type: 'text/calendar' });
}

/** Where the page is not given out safely the browser has no hash: then one person's calendar is as good as any. */
async function caseMark(customer: Case): Promise<string> {
  const text = new TextEncoder().encode(personText(customer) ?? '');
  const hash = new Uint8Array((await crypto.subtle?.digest('SHA-256', text)) ?? new ArrayBuffer(MARK_DIGITS));
  const digits = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${customer.carrier}.${digits.slice(0, MARK_DIGITS)}`;
}
