import { calendarWords } from '#calendar-words';
import { writeWhole } from '../../batch/file-set.ts';
import { eventText } from '../../calendar/event-text.ts';
import { validateCase } from '../../case/validate-case.ts';
import { bundledData } from '../../facts/carriers.ts';
import { lookUpFacts } from '../../facts/look-up-facts.ts';
import { nodeHost } from '../../host/node.ts';
import type { Problem } from '../../problem.ts';
import { planSchedule } from '../../schedule/plan-schedule.ts';
import type { Schedule, ScheduleStep } from '../../schedule/types.ts';
import { type CaseOptions, readToday } from '../options.ts';
import { readCase } from '../read-case.ts';
import { type FileProblem, finish, hasErrors, inFile } from '../report.ts';

interface ScheduleOptions extends CaseOptions {
  ics?: string;
}

export async function runSchedule(file: string, options: ScheduleOptions): Promise<number> {
  const json = options.json === true;
  const optionProblems: Problem[] = [];
  const today = readToday(options.today, optionProblems) ?? nodeHost().today();
  const problems: FileProblem[] = inFile(undefined, optionProblems);
  const { input, problems: unread } = readCase(file, options.set);
  const checked = unread.length > 0 ? { value: null, problems: unread } : validateCase(input);
  problems.push(...inFile(file, checked.problems));
  if (checked.value === null || hasErrors(problems)) return finish(problems, json, {}, '');

  const facts = lookUpFacts(checked.value, bundledData);
  const schedule = planSchedule(checked.value, facts, today);
  problems.push(...inFile(file, schedule.warnings));
  if (options.ics !== undefined) {
    // The writer of calendars is loaded only here.
    const { writeCalendar } = await import('../../calendar/write-calendar.ts');
    const calendar = writeCalendar(schedule, checked.value.carrier, calendarWords);
    problems.push(...inFile(undefined, writeWhole(options.ics, calendar)));
  }
  return finish(problems, json, schedule, describeSchedule(schedule));
}

function describeSchedule({ today, steps, plan }: Schedule): string {
  const rows = steps.map((step) => {
    const title = eventText(calendarWords, step.id, plan)?.title;
    const words = title ? `\n    ${title.zhHans} / ${title.ja}` : '';
    return `${describeDays(step).padEnd(31)}${step.severity.padEnd(8)}${step.id}${words}`;
  });
  return [`today ${today}`, ...rows].join('\n');
}

function describeDays({ from, to, time, missed, relative }: ScheduleStep): string {
  const days = from === to ? (from ?? '') : [from ?? '…', to ?? '…'].join(' – ');
  const counted = relative && days === '' ? `${relative.anchor} ${relative.from}…${relative.to}` : days;
  return `${counted || '?'}${time ? ` ${time}` : ''}${missed ? ' !' : ''}`;
}
