import { readFileSync } from 'node:fs';

/** Rows of a table beside this file, as records by column; lines that begin with # are remarks. */
export function readTable(file: string): Record<string, string>[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const [head = '', ...rows] = lines;
  const columns = head.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  });
}

/** `4E00 | 201C` → the text, and the UTF-16 offsets of the bars. */
export function readCase(value: string): { text: string; offsets: number[] } {
  let text = '';
  const offsets: number[] = [];
  for (const token of value.split(' ')) {
    if (token === '|') offsets.push(text.length);
    else text += String.fromCodePoint(Number.parseInt(token, 16));
  }
  return { text, offsets };
}
