/**
 * In: rows and what they share. Out: PDFs, a journal to go on from, and report.csv with a line for every row.
 * Rows are asked for as workers have room, so memory does not grow with the table.
 */
import { existsSync, mkdirSync, opendirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Tinypool from 'tinypool';
import type { Problem } from '../problem.ts';
import { digestOf, isOfTheMachine, Journal, type OpenJournal } from './journal.ts';
import { type EarlierFiles, MadeFiles } from './made-files.ts';
import { readRows } from './read-rows.ts';
import { asRefused, diskFull, NO_SPACE, RefusedBatch } from './refused-batch.ts';
import { ReportFile } from './report-file.ts';
import { inShard, type Shard } from './shard.ts';
import { StoppedBatch } from './stopped-batch.ts';
import type { BatchSettings, Row, RowResult, RowStatus, Task } from './types.ts';

/** Rows that a worker has before it besides the one in hand; more would only take memory. */
const ROWS_AHEAD = 4;

/** So many rows with errors are told at once; the others stand in the report. */
const MOST_TOLD = 10;

export interface BatchOptions {
  settings: BatchSettings;
  /** False where `settings.today` is only the clock's: a run that goes on keeps the day of the earlier one. */
  todayGiven: boolean;
  /** Of the package. */
  version: string;
  jobs: number;
  shard: Shard;
  /** Ends the run between two rows; what is done stays. */
  signal: AbortSignal;
  onProgress(progress: number, rows: number): void;
}

export interface BatchSummary {
  rows: number;
  /** Rows that an earlier run had done. */
  kept: number;
  counts: Record<RowStatus, number>;
  /** The day that all rows were planned from. */
  today: string;
  report: string;
}

export interface BatchResult {
  summary: BatchSummary;
  /** The first rows with errors. */
  failed: RowResult[];
  earlier: EarlierFiles;
}

/** Throws RefusedBatch for a source that cannot be read and for a folder that cannot be written to. */
export async function runRows(source: string, options: BatchOptions): Promise<BatchResult> {
  const { settings, shard } = options;
  const suffix = shard.count === 1 ? '' : `-${shard.index}-of-${shard.count}`;
  const counts: Record<RowStatus, number> = { ok: 0, warning: 0, error: 0, fault: 0 };
  const summary: BatchSummary = {
    rows: 0,
    kept: 0,
    counts,
    today: settings.today,
    report: join(settings.out, `report${suffix}.csv`),
  };
  try {
    return await runAll(source, options, suffix, summary);
  } catch (error) {
    throw asRefused(error, settings.out, summary.rows + 1);
  }
}

async function runAll(
  source: string,
  options: BatchOptions,
  suffix: string,
  summary: BatchSummary,
): Promise<BatchResult> {
  const { settings, shard, jobs, signal } = options;
  // Nothing is written before the source has been looked at.
  const rows = readRows(source);
  const first = await rows.next();
  mkdirSync(settings.out, { recursive: true });
  const { journal, today, killed } = openJournal(source, options, suffix);
  summary.today = today;
  const markOf = (pid: number) => (suffix === '' ? String(pid) : `${suffix.slice(1)}.${pid}`);
  if (killed.length > 0) removeParts(settings.out, killed.map(markOf));
  const mark = markOf(process.pid);
  const report = openReport(summary.report, mark, journal);

  const made = new MadeFiles(settings, shard);
  const failed: RowResult[] = [];
  let isComplete = true;
  // The worker's file lies beside the entry points; this module is in a chunk below them.
  const pool = new Tinypool({
    filename: new URL('../batch-worker.mjs', import.meta.url).href,
    minThreads: jobs,
    maxThreads: jobs,
  });
  const stop = () => void pool.destroy();
  signal.addEventListener('abort', stop, { once: true });
  // Results in the order of their rows: a slow row holds back what follows it, and reading waits with it.
  const inOrder: { row: Row; digest: string | null; result: Promise<RowResult> }[] = [];
  const settle = async (): Promise<void> => {
    const { row, digest, result: pending } = inOrder.shift()!;
    const result = await pending;
    // Rows that it took from the workers have failed by nobody's fault.
    if (signal.aborted) throw new StoppedBatch(summary.rows);
    const full = result.problems.find(isDiskFull);
    if (full) throw new RefusedBatch(diskFull(row.number, String(full.values?.file)));
    if (digest !== null) journal.add(result, digest);
    if (isOfTheMachine(result)) isComplete = false;
    if (result.status === 'error' && failed.length < MOST_TOLD) failed.push(result);
    report.add(result);
    made.add(result.files);
    summary.counts[result.status]++;
    summary.rows++;
    options.onProgress(row.progress, summary.rows);
  };
  try {
    for (let next = first; !next.done; next = await rows.next()) {
      if (signal.aborted) throw new StoppedBatch(summary.rows);
      const row = next.value;
      if (!inShard(row.number, shard)) continue;
      const digest = digestOf(row, fileState(row));
      const earlier = journal.find(row, digest, (name) => existsSync(join(settings.out, name)));
      if (earlier) summary.kept++;
      const task: Task = { row, settings: { ...settings, today }, mark };
      inOrder.push({
        row,
        digest: earlier ? null : digest,
        result: earlier ? Promise.resolve(earlier) : setRow(pool, task),
      });
      if (inOrder.length >= jobs * ROWS_AHEAD) await settle();
    }
    while (inOrder.length > 0) await settle();
  } catch (error) {
    // First, for a worker may be writing.
    await pool.destroy();
    removeParts(settings.out, [mark]);
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    await rows.return(undefined);
    report.close();
    journal.close();
    await pool.destroy();
  }
  report.putInPlace();
  if (isComplete) journal.remove();
  return { summary, failed, earlier: made.findEarlier(settings.out) };
}

function openJournal(source: string, options: BatchOptions, suffix: string): OpenJournal {
  const { settings, version, todayGiven } = options;
  const path = join(settings.out, `.batch${suffix}.journal`);
  return Journal.open(path, { version, source: resolve(source), settings }, todayGiven);
}

function openReport(place: string, mark: string, journal: Journal): ReportFile {
  try {
    return new ReportFile(place, mark);
  } catch (error) {
    journal.close();
    throw error;
  }
}

const isDiskFull = ({ code, values }: Problem): boolean =>
  code === 'cannot-write' && values?.reason === NO_SPACE;

/** A worker's fault is told in the report; the other rows go on. */
async function setRow(pool: Tinypool, task: Task): Promise<RowResult> {
  try {
    return (await pool.run(task)) as RowResult;
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    const { number: row, line } = task.row;
    return { row, line, files: [], status: 'fault', problems: [], fault, ms: 0 };
  }
}

function fileState({ source }: Row): string {
  if (source.kind !== 'file') return '';
  // A link that leads nowhere has no state; the worker tells it.
  const state = statSync(source.path, { throwIfNoEntry: false });
  return state ? `${state.size} ${state.mtimeMs}` : '';
}

/**
 * Half-written files of runs that were killed. The shard is in their mark: in containers every run may have the
 * same process id, and the parts of another shard are still at work.
 */
function removeParts(out: string, marks: readonly string[]): void {
  const endings = marks.flatMap((mark) => [`.pdf.${mark}.part`, `.csv.${mark}.part`]);
  const folder = opendirSync(out);
  for (let entry = folder.readSync(); entry; entry = folder.readSync()) {
    const { name } = entry;
    if (endings.some((ending) => name.endsWith(ending))) rmSync(join(out, name), { force: true });
  }
  folder.closeSync();
}
