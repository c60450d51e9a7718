import { availableParallelism } from 'node:os';
import { SingleBar } from 'cli-progress';
import packageJson from '../../../package.json' with { type: 'json' };
import { RefusedBatch } from '../../batch/refused-batch.ts';
import { type BatchSummary, runRows } from '../../batch/run-batch.ts';
import { parseShard, type Shard } from '../../batch/shard.ts';
import { badOption } from '../../case/check-options.ts';
import { nodeHost } from '../../host/node.ts';
import type { Problem } from '../../problem.ts';
import { EXIT_DONE, EXIT_INPUT, EXIT_OURS } from '../exit-codes.ts';
import { type DocumentOptions, readDocumentOptions } from '../options.ts';
import { finish, hasErrors, inFile } from '../report.ts';

interface BatchCommandOptions extends DocumentOptions {
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
  if (hasErrors(problems)) return finish(inFile(undefined, problems), json, {}, '');

  const bar = makeBar(json);
  const start = performance.now();
  try {
    const summary = await runRows(source, {
      settings: { out: options.out, today: today ?? nodeHost().today(), set: options.set, ...chosen },
      todayGiven: today !== undefined,
      version: packageJson.version,
      jobs,
      shard,
      onProgress: (progress, rows) => bar?.update(progress * PERCENT, { rows, rate: rateOf(rows, start) }),
    });
    bar?.stop();
    finish([], json, summary, describe(summary, start));
    return exitCodeOf(summary);
  } catch (error) {
    bar?.stop();
    if (error instanceof RefusedBatch) return finish(inFile(source, [error.problem]), json, {}, '');
    throw error;
  }
}

const PERCENT = 100;

function makeBar(json: boolean): SingleBar | null {
  if (json || !process.stderr.isTTY) return null;
  const format = '{bar} {percentage}% | {rows} rows | {rate}/s | {eta_formatted} left';
  const bar = new SingleBar({ format, hideCursor: true, stream: process.stderr, etaBuffer: 100 });
  bar.start(PERCENT, 0, { rows: 0, rate: '0' });
  return bar;
}

function rateOf(rows: number, start: number): string {
  return ((rows * 1000) / (performance.now() - start)).toFixed(1);
}

function describe({ rows, kept, counts, report }: BatchSummary, start: number): string {
  const { error, warning, fault } = counts;
  const parts = [
    `${rows} rows`,
    ...(kept > 0 ? [`${kept} of them from an earlier run`] : []),
    `${error} with errors`,
    `${warning} with warnings`,
    ...(fault > 0 ? [`${fault} failed by our fault`] : []),
    `${rateOf(rows, start)} rows/s`,
  ];
  return `${parts.join(', ')}\n${report}`;
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
