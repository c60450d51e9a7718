/**
 * In: rows and what they share. Out: PDFs, a journal to go on from, and report.csv with a line for every row.
 * Rows are asked for as workers have room, so memory does not grow with the table.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  opendirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Tinypool from 'tinypool';
import { unwritable } from './file-set.ts';
import { digestOf, Journal } from './journal.ts';
import { readRows } from './read-rows.ts';
import { RefusedBatch } from './refused-batch.ts';
import { REPORT_HEADER, reportLine } from './report-line.ts';
import { inShard, type Shard } from './shard.ts';
import type { BatchSettings, Row, RowResult, RowStatus, Task } from './types.ts';

/** Rows that a worker has before it besides the one in hand; more would only take memory. */
const ROWS_AHEAD = 4;

export interface BatchOptions {
  settings: BatchSettings;
  /** False where `settings.today` is only the clock's: a run that goes on keeps the day of the earlier one. */
  todayGiven: boolean;
  /** Of the package. */
  version: string;
  jobs: number;
  shard: Shard;
  onProgress(progress: number, rows: number): void;
}

export interface BatchSummary {
  rows: number;
  /** Rows that an earlier run had done. */
  kept: number;
  counts: Record<RowStatus, number>;
  report: string;
}

/** Throws RefusedBatch for a source that cannot be read and for a folder that cannot be written to. */
export async function runRows(source: string, options: BatchOptions): Promise<BatchSummary> {
  try {
    return await runAll(source, options);
  } catch (error) {
    throw asRefused(error, options.settings.out);
  }
}

async function runAll(source: string, options: BatchOptions): Promise<BatchSummary> {
  const { settings, shard, jobs } = options;
  // Nothing is written before the source has been looked at.
  const rows = readRows(source);
  const first = await rows.next();
  mkdirSync(settings.out, { recursive: true });
  const suffix = shard.count === 1 ? '' : `-${shard.index}-of-${shard.count}`;
  const report = join(settings.out, `report${suffix}.csv`);
  const { journal, today, killed } = Journal.open(
    join(settings.out, `.batch${suffix}.journal`),
    { version: options.version, settings },
    options.todayGiven,
  );
  const markOf = (pid: number) => (suffix === '' ? String(pid) : `${suffix.slice(1)}.${pid}`);
  if (killed.length > 0) removeParts(settings.out, killed.map(markOf));

  const counts: Record<RowStatus, number> = { ok: 0, warning: 0, error: 0, fault: 0 };
  const summary: BatchSummary = { rows: 0, kept: 0, counts, report };
  const mark = markOf(process.pid);
  const part = `${report}.${mark}.part`;
  const file = openSync(part, 'w');
  writeSync(file, REPORT_HEADER);

  // The worker's file lies beside the entry points; this module is in a chunk below them.
  const pool = new Tinypool({
    filename: new URL('../batch-worker.mjs', import.meta.url).href,
    minThreads: jobs,
    maxThreads: jobs,
  });
  // Results in the order of their rows: a slow row holds back what follows it, and reading waits with it.
  const inOrder: { row: Row; digest: string | null; result: Promise<RowResult> }[] = [];
  const settle = async (): Promise<void> => {
    const { row, digest, result: pending } = inOrder.shift()!;
    const result = await pending;
    if (digest !== null) journal.add(result, digest);
    writeSync(file, reportLine(result));
    counts[result.status]++;
    summary.rows++;
    options.onProgress(row.progress, summary.rows);
  };
  try {
    for (let next = first; !next.done; next = await rows.next()) {
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
    rmSync(part, { force: true });
    throw error;
  } finally {
    closeSync(file);
    journal.close();
    await pool.destroy();
  }
  try {
    renameSync(part, report);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  journal.remove();
  return summary;
}

/** A worker's fault is told in the report; the other rows go on. */
async function setRow(pool: Tinypool, task: Task): Promise<RowResult> {
  try {
    return (await pool.run(task)) as RowResult;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { row: task.row.number, files: [], status: 'fault', problems: [message], ms: 0 };
  }
}

function fileState({ source }: Row): string {
  if (source.kind === 'input') return '';
  // A link that leads nowhere has no state; the worker tells it.
  const state = statSync(source.path, { throwIfNoEntry: false });
  return state ? `${state.size} ${state.mtimeMs}` : '';
}

/** An answer of the file system is the user's to mend; anything else is a mistake of ours. */
function asRefused(error: unknown, out: string): unknown {
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  return new RefusedBatch(unwritable(path ?? out, code, syscall));
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
