import { availableParallelism } from 'node:os';
import { SingleBar } from 'cli-progress';
import packageJson from '../../../package.json' with { type: 'json' };
import type { EarlierFiles } from '../../batch/made-files.ts';
import { RefusedBatch } from '../../batch/refused-batch.ts';
import { type BatchOptions, type BatchResult, type BatchSummary, runRows } from '../../batch/run-batch.ts';
import { parseShard, type Shard } from '../../batch/shard.ts';
import { StoppedBatch } from '../../batch/stopped-batch.ts';
import type { RowResult } from '../../batch/types.ts';
import { badOption } from '../../case/check-options.ts';
import { ANY_CARRIER } from '../../case/known-ids.ts';
import { setAnswers } from '../../case/read-case-text.ts';
import { validateCase } from '../../case/validate-case.ts';
import { nodeHost } from '../../host/node.ts';
import { loadTemplates } from '../../own-templates/load-templates.ts';
import { hasErrors, inputProblem, type Problem } from '../../problem.ts';
import { EXIT_DONE, EXIT_INPUT, EXIT_OURS, EXIT_STOPPED } from '../exit-codes.ts';
import { type DocumentOptions, readDocumentOptions } from '../options.ts';
import { outputLine } from '../output-line.ts';
import { type FileProblem, finish, inFile } from '../report.ts';

interface BatchCommandOptions extends DocumentOptions {
  templates?: string;
  jobs?: string;
  shard?: string;
}

const MOST_JOBS = 256;

export async function runBatch(source: string, options: BatchCommandOptions): Promise<number> {
  const json = options.json === true;
  const problems: Problem[] = [];
  const { today, ...chosen } = readDocumentOptions(options, problems);
  const jobs = readJobs(options.jobs, problems);
  const shard = readShard(options.shard, problems);
  problems.push(...checkSet(options.set));
  const { templates } = options;
  await loadTemplates(templates, problems);
  if (hasErrors(problems)) return finish(inFile(undefined, problems), json, {}, '');

  const bar = makeBar(json);
  const start = performance.now();
  const clock = nodeHost().today();
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  for (const signal of STOPPING) process.once(signal, stop);
  const run: BatchOptions = {
    settings: {
      out: options.out,
      today: today ?? clock,
      set: options.set,
      ...chosen,
      ...(templates === undefined ? {} : { templates }),
    },
    todayGiven: today !== undefined,
    version: packageJson.version,
    jobs,
    shard,
    signal: stopping.signal,
    onProgress: (progress, rows) => bar?.update(progress * PERCENT, { rows, rate: rateOf(rows, start) }),
  };
  try {
    const result = await runRows(source, run);
    bar?.stop();
    const told = [...inFile(undefined, problems), ...tellRows(source, result)];
    if (today === undefined && result.summary.today !== clock)
      told.push(...earlierDay(result.summary, clock));
    finish(told, json, result.summary, describe(result.summary, start));
    return exitCodeOf(result.summary);
  } catch (error) {
    bar?.stop();
    if (error instanceof RefusedBatch) return finish(inFile(source, [error.problem]), json, {}, '');
    if (!(error instanceof StoppedBatch)) throw error;
    finish(inFile(source, [inputProblem('batch-stopped', { rows: error.rows })]), json, {}, '');
    return EXIT_STOPPED;
  } finally {
    for (const signal of STOPPING) process.removeListener(signal, stop);
  }
}

const PERCENT = 100;
const STOPPING = ['SIGINT', 'SIGTERM'] as const;

/** Asked once, over a case without mistakes: a slip there would be one in every row. */
function checkSet(assignments: readonly string[]): Problem[] {
  const { value, problems } = setAnswers({ carrier: ANY_CARRIER }, assignments);
  return problems.length > 0
    ? problems
    : validateCase(value).problems.filter(({ severity }) => severity === 'error');
}

function makeBar(json: boolean): SingleBar | null {
  if (json || !process.stderr.isTTY) return null;
  const bar = new SingleBar({
    format: outputLine('progress'),
    hideCursor: true,
    stream: process.stderr,
    etaBuffer: 100,
  });
  bar.start(PERCENT, 0, { rows: 0, rate: '0' });
  return bar;
}

function rateOf(rows: number, start: number): string {
  return ((rows * 1000) / (performance.now() - start)).toFixed(1);
}

function tellRows(source: string, { summary, failed, earlier }: BatchResult): FileProblem[] {
  const { error } = summary.counts;
  const report = inputProblem('rows-with-errors', { count: error, report: summary.report });
  return [
    ...failed.flatMap((row) => tellRow(source, row)),
    ...(error > 0 ? inFile(source, [report]) : []),
    ...tellEarlier(earlier),
  ];
}

function tellRow(source: string, { row, line, problems }: RowResult): FileProblem[] {
  const place = { row, ...(line === null ? {} : { line }) };
  return inFile(source, problems).map((problem) => ({ ...problem, ...place }));
}

function tellEarlier({ count, names }: EarlierFiles): FileProblem[] {
  if (count === 0) return [];
  const files = `${names.join(', ')}${count > names.length ? ' \u2026' : ''}`;
  return inFile(undefined, [{ ...inputProblem('earlier-files', { count, files }), severity: 'warning' }]);
}

function earlierDay({ today: day }: BatchSummary, today: string): FileProblem[] {
  return inFile(undefined, [{ ...inputProblem('earlier-day', { day, today }), severity: 'warning' }]);
}

function describe({ rows, kept, counts, today, report }: BatchSummary, start: number): string {
  const { error, warning, fault } = counts;
  const parts = [
    outputLine('rows', { count: rows }),
    ...(kept > 0 ? [outputLine('kept', { count: kept })] : []),
    outputLine('with-errors', { count: error }),
    outputLine('with-warnings', { count: warning }),
    ...(fault > 0 ? [outputLine('with-faults', { count: fault })] : []),
    outputLine('planned-from', { day: today }),
    outputLine('rate', { rate: rateOf(rows, start) }),
  ];
  return `${parts.join(outputLine('join'))}\n${report}`;
}

function exitCodeOf({ counts }: BatchSummary): number {
  if (counts.fault > 0) return EXIT_OURS;
  return counts.error > 0 ? EXIT_INPUT : EXIT_DONE;
}

function readJobs(found: string | undefined, problems: Problem[]): number {
  if (found === undefined) return availableParallelism();
  const jobs = Number(found);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  problems.push(badOption('--jobs', found, `1, 2, 3 \u2026 ${MOST_JOBS}`));
  return 1;
}

function readShard(found: string | undefined, problems: Problem[]): Shard {
  const shard = found === undefined ? { index: 1, count: 1 } : parseShard(found);
  if (shard) return shard;
  problems.push(badOption('--shard', found ?? '', '1/8, 2/8 \u2026 8/8'));
  return { index: 1, count: 1 };
}
