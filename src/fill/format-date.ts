/** Days as words, by the patterns of templates/words/dates.json. Calendar days only: no clock, no time zone. */
import { type DayParts, dayNumber, partsOfDay } from '../calendar-day.ts';
import type { DateWords, When } from './types.ts';

export function dayOf({ y, m, d }: DayParts): string {
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1970-01-01 was a Thursday; 0 is Sunday. */
export function weekdayOf(day: string): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** Within these days of today a month and a day say which is meant; nobody writes the year of next February. */
const DAYS_BACK = 60;
const DAYS_AHEAD = 300;

function needsYear(day: string, today: string): boolean {
  const days = daysBetween(today, day);
  return days < -DAYS_BACK || days > DAYS_AHEAD;
}

/** `style` is language and pattern: 'zh.day-weekday'. `day` turns into `full` where it would be ambiguous. */
export function formatDay(words: DateWords, day: string, style: string, today: string): string {
  const [language = '', name = ''] = style.split('.');
  const { y, m, d } = partsOfDay(day);
  const pattern = patternOf(words, language, name === 'day' && needsYear(day, today) ? 'full' : name);
  const weekday = pattern.includes('{w}') ? (words[language]?.weekdays[weekdayOf(day)] ?? '') : '';
  return fillIn(pattern, { y: String(y), m: String(m), d: String(d), w: weekday });
}

export function formatSpan(words: DateWords, from: string, to: string, style: string, today: string): string {
  if (from === to) return formatDay(words, from, style, today);
  const [language = ''] = style.split('.');
  const first = partsOfDay(from);
  const last = partsOfDay(to);
  const hasYear = needsYear(from, today);
  if (first.y === last.y && first.m === last.m && !hasYear) {
    return fillIn(patternOf(words, language, 'span-month'), {
      m: String(first.m),
      d: String(first.d),
      d2: String(last.d),
    });
  }
  return fillIn(patternOf(words, language, 'span'), {
    day: formatDay(words, from, `${language}.day`, today),
    day2: formatDay(words, to, `${language}.day`, hasYear && first.y === last.y ? from : today),
  });
}

/** Days counted from an anchor: 30 days before the departure, on it, or after it. */
export function formatRelative(
  words: DateWords,
  relative: NonNullable<When['relative']>,
  language: string,
  end: 'from' | 'to' | 'span',
): string {
  const anchor = words[language]?.anchors[relative.anchor];
  if (!anchor) throw new Error(`no words for the anchor ${relative.anchor} in ${language}`);
  if (end === 'span' && relative.from < relative.to && relative.to <= 0) {
    const pattern = relative.to === 0 ? anchor.spanToDay : anchor.span;
    return fillIn(pattern, { n: String(-relative.from), n2: String(-relative.to) });
  }
  const days = end === 'from' ? relative.from : relative.to;
  if (days === 0) return anchor.on;
  if (days === -1) return anchor.eve;
  return fillIn(days < 0 ? anchor.before : anchor.after, { n: String(Math.abs(days)) });
}

function patternOf(words: DateWords, language: string, name: string): string {
  const pattern = words[language]?.patterns[name];
  if (pattern === undefined) throw new Error(`no date pattern ${language}.${name}`);
  return pattern;
}

function fillIn(pattern: string, values: Record<string, string>): string {
  let text = pattern;
  for (const name of Object.keys(values)) text = text.replaceAll(`{${name}}`, values[name] as string);
  return text;
}

/** The inverse of `dayNumber` (Howard Hinnant, civil_from_days). */
export function dayFromNumber(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const d = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const m = month < 10 ? month + 3 : month - 9;
  const y = yearOfEra + era * 400 + (m <= 2 ? 1 : 0);
  return dayOf({ y, m, d });
}
