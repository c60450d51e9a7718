/** Many cases: what a row is, on its way from the table to the report. */
import type { Problem } from '../problem.ts';

/** Where a row's case comes from: read already, or a file that the worker is to read. */
export type ReadableSource = { kind: 'input'; input: unknown } | { kind: 'file'; path: string };
export type RowSource = ReadableSource | { kind: 'unreadable' };

export interface Row {
  /** From 1, in the order of the source. */
  number: number;
  /** Where it stands in the source as spreadsheets and editors count, the header included; null for a file. */
  line: number | null;
  /** What its PDFs are called after: `row-000001`, or a name that the row brings. */
  name: string;
  source: RowSource;
  /** What keeps the row from being read or its PDFs from having its name; such a row is reported and not set. */
  problems: Problem[];
  /** How far into the source this row ends, from 0 to 1. */
  progress: number;
}

export type RowStatus = 'ok' | 'warning' | 'error' | 'fault';

/** A row that is done. */
export interface RowResult {
  row: number;
  line: number | null;
  files: string[];
  status: RowStatus;
  problems: Problem[];
  /** What a fault of ours says. */
  fault?: string;
  ms: number;
}

/** What all rows share; it goes to the workers and into the journal. */
export interface BatchSettings {
  out: string;
  today: string;
  set: string[];
  documents?: ('checklist' | 'memo' | 'letter')[];
  edition: 'personal' | 'share' | 'blank';
  paper?: 'A4' | 'B5' | 'A3' | 'Letter';
  large?: boolean;
  /** A folder of templates of the user's own. */
  templates?: string;
}

export interface Task {
  row: Pick<Row, 'number' | 'line' | 'name' | 'source' | 'problems'>;
  settings: BatchSettings;
  /** Of the run, on files that wait for their place. */
  mark: string;
}
