/** In: templates/. Out: every sentence in them, Chinese and Japanese side by side, each with its id, in the order of the files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { flattenTemplate } from './flatten-template.ts';
import { readFragments } from './read-fragments.ts';
import { readTable } from './read-table.ts';

/** Text, or a word with its reading. */
export interface Piece {
  text: string;
  reading?: string;
}

/** Paragraphs of one language. */
export type Cell = Piece[][];

export interface Sentence {
  /** File and ordinal in it, or file and key: `memo/rows/4a.hbs#1`, `words/problems.json: empty-case`. */
  id: string;
  zh: Cell;
  ja: Cell;
}

/** Lists of what a case may hold or may not; nobody reads them. */
const NOT_PRINTED = ['words/never-asked.json', 'words/truths.json'];

export function readSentences(folder: string): Sentence[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => /\.(?:hbs|json)$/u.test(path) && !NOT_PRINTED.includes(path))
    .sort();
  const sources = paths.map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  const templates = sources.filter(({ path }) => path.endsWith('.hbs'));
  const html = new Map(templates.map(({ path, text }) => [path, flattenTemplate(text)]));
  const fragments = readFragments(html);
  return sources.flatMap(({ path, text }) =>
    path.endsWith('.hbs') ? (fragments.get(path) ?? []) : readTable(path, JSON.parse(text)),
  );
}

export const plainText = (cell: Cell): string =>
  cell.map((paragraph) => paragraph.map((piece) => piece.text).join('')).join('\n');
