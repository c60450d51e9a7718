import { readFileSync, statSync } from 'node:fs';
import { calendarWords, dateWords } from '#calendar-words';
import { writeWhole } from '../../batch/file-set.ts';
import { daysInOrder } from '../../calendar/days-in-order.ts';
import { followBooking } from '../../calendar/follow-booking.ts';
import { validateCase } from '../../case/validate-case.ts';
import { bundledData } from '../../facts/carriers.ts';
import { lookUpFacts } from '../../facts/look-up-facts.ts';
import { bookedVisit } from '../../fill/booked-visit.ts';
import { formatRelative } from '../../fill/format-date.ts';
import { nodeHost } from '../../host/node.ts';
import { hasErrors, inputProblem, type Problem } from '../../problem.ts';
import { planSchedule } from '../../schedule/plan-schedule.ts';
import type { Schedule, ScheduleStep } from '../../schedule/types.ts';
import { caseMark } from '../case-mark.ts';
import { type CaseOptions, readToday } from '../options.ts';
import { outputLine } from '../output-line.ts';
import { readCase } from '../read-case.ts';
import { type FileProblem, finish, inFile } from '../report.ts';
import { padEnd } from '../text-width.ts';

interface ScheduleOptions extends CaseOptions {
  ics?: string;
}

export async function runSchedule(file: string, options: ScheduleOptions): Promise<number> {
  const json = options.json === true;
  const optionProblems: Problem[] = [];
  const today = readToday(options.today, optionProblems) ?? nodeHost().today();
  const problems: FileProblem[] = inFile(undefined, optionProblems);
  const { stem, input, problems: unread } = readCase(file, options.set);
  const checked = unread.length > 0 ? { value: null, problems: unread } : validateCase(input);
  problems.push(...inFile(file, checked.problems));
  if (checked.value === null || hasErrors(problems)) return finish(problems, json, {}, '');

  const customer = checked.value;
  const planned = planSchedule(customer, lookUpFacts(customer, bundledData), today);
  const schedule = followBooking(planned, bookedVisit({ case: customer, schedule: planned, today }));
  problems.push(...inFile(file, schedule.warnings));
  if (options.ics !== undefined) {
    // The writer of calendars is loaded only here.
    const { writeCalendar } = await import('../../calendar/write-calendar.ts');
    const calendar = writeCalendar(schedule, {
      words: calendarWords,
      owner: caseMark(customer, stem),
      // A plan that is corrected on the same day is the later one; on a given day every run gives the same.
      stamp: options.today === undefined ? new Date().toISOString() : `${today}T00:00:00Z`,
    });
    problems.push(...inFile(undefined, writeCalendarFile(options.ics, calendar)));
  }
  return finish(problems, json, schedule, describeSchedule(schedule));
}

/** Takes the place of an earlier calendar, and of nothing else: the case file is easily named twice. */
function writeCalendarFile(file: string, calendar: string): Problem[] {
  return holdsOther(file) ? [inputProblem('not-a-calendar', { file })] : writeWhole(file, calendar);
}

/** An empty file was made for it; what can't be read is told by who writes. */
function holdsOther(file: string): boolean {
  try {
    return statSync(file).isFile() && !/^(?:$|BEGIN:VCALENDAR)/u.test(readFileSync(file, 'latin1'));
  } catch {
    return false;
  }
}

function describeSchedule(schedule: Schedule): string {
  const rows = daysInOrder(schedule, calendarWords).map(({ step, title }) => {
    const days = describeDays(step);
    const words = title ? `\n    ${title.zhHans} / ${title.ja}${days.ja === '' ? '' : `（${days.ja}）`}` : '';
    return `${padEnd(days.zhHans, DAYS_COLUMNS)}${padEnd(outputLine(step.severity), 8)}${step.id}${words}`;
  });
  return [outputLine('today', { day: schedule.today }), ...rows].join('\n');
}

const DAYS_COLUMNS = 31;

/** Days in figures need no language. */
function describeDays(step: ScheduleStep): { zhHans: string; ja: string } {
  const { from, to, time, missed, relative } = step;
  if (from === null && to === null) return relative ? countDays(relative) : calendarWords.unknownDay;
  const days = from === to ? from : [from ?? '…', to ?? '…'].join(' – ');
  return { zhHans: `${days}${time ? ` ${time}` : ''}${missed ? ' !' : ''}`, ja: '' };
}

function countDays(relative: NonNullable<ScheduleStep['relative']>): { zhHans: string; ja: string } {
  return {
    zhHans: formatRelative(dateWords, relative, 'zh', 'span'),
    ja: formatRelative(dateWords, relative, 'ja', 'span'),
  };
}
