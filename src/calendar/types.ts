/** The calendar file: a schedule's dated steps as all-day events. All wording comes in from outside. */

import type { Schedule } from '../schedule/types.ts';

export type NumberPlan = Schedule['plan']['numberPlan'];

export interface Bilingual {
  zhHans: string;
  ja: string;
}

export interface EventText {
  title: Bilingual;
  description: Bilingual;
}

/** What is known of the visit, the application or the call that is still planned. */
export interface Booking {
  date?: string;
  time?: string;
}

/** The shape of templates/words/calendar.json. */
export interface CalendarWords {
  /** By number plan, without comma, semicolon or backslash: the library does not escape it. */
  name: Readonly<Record<NumberPlan, Bilingual>>;
  /** Added to the description where the last day ends at an hour, with `{time}` in it. */
  byHour: Bilingual;
  /** The same where it begins at an hour: of a booked visit. */
  atHour: Bilingual;
  /** Where neither a day nor days to count are known. */
  unknownDay: Bilingual;
  /** Steps that are told and make no event: by id, `<step id>/<number plan>` before it. */
  noEvent: Readonly<Record<string, Pick<EventText, 'title'>>>;
  /** Closes the description of every day that is computed. */
  note: Bilingual;
  /**
   * By step id; `<step id>/<number plan>` and `<step id>/<shape of the plan>` go before it:
   * `visit-keep-number/port-out`, `line-ends/deadlines`.
   */
  steps: Readonly<Record<string, EventText>>;
}
