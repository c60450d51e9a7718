import type { Schedule, ScheduleStep } from '../../src/schedule/types.ts';

function days({ from, to, time }: ScheduleStep): string {
  if (from === null || to === null) return 'not known';
  const range = from === to ? from : `${from}..${to}`;
  return time === undefined ? range : `${range} ${time}`;
}

function relative({ relative: distance }: ScheduleStep): string {
  if (distance === undefined) return '';
  const { anchor, from, to } = distance;
  return from === to ? `${anchor} ${from}` : `${anchor} ${from}..${to}`;
}

function alignColumns(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** The schedule as a table to read and to compare. */
export function dumpSchedule({ today, steps, warnings, plan }: Schedule): string {
  const rows = steps.map((step) => [
    step.id,
    days(step),
    step.missed ? 'missed' : step.severity,
    relative(step),
    step.rule === step.id ? '' : step.rule,
    step.facts.join(' '),
  ]);
  const table = alignColumns([['step', 'days', 'severity', 'relative', 'rule', 'facts'], ...rows]);
  const reasons = warnings.map(({ code, path, values }) =>
    `warning ${code} ${path} ${JSON.stringify(values)}`.trimEnd(),
  );
  return `${[`today ${today}`, ...table, ...reasons, `plan ${JSON.stringify(plan)}`].join('\n')}\n`;
}
