import { inputProblem, type Problem } from '../problem.ts';

/** What files may be called on every system; `row-000002` is what a row without a name is called. */
const USABLE = /^(?!row-\d+$)[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{0,59}$/iu;

/** Names of rows, each given once: two rows may not write the same files. */
export class RowNames {
  readonly #taken = new Set<string>();

  /** A row of a table: its own name, or its number. */
  ofRow(number: number, given: unknown): { name: string; problems: Problem[] } {
    const numbered = `row-${String(number).padStart(6, '0')}`;
    if (given === undefined || given === null || given === '') return { name: numbered, problems: [] };
    const name = typeof given === 'string' ? given.normalize('NFC') : '';
    if (!USABLE.test(name)) return { name: numbered, problems: [badName(String(given).slice(0, 60))] };
    return this.#take(name);
  }

  /** A file of a folder: its name without the ending, whatever it is. */
  ofFile(stem: string): { name: string; problems: Problem[] } {
    return this.#take(stem);
  }

  #take(name: string): { name: string; problems: Problem[] } {
    const key = fileKey(name);
    if (this.#taken.has(key)) return { name, problems: [inputProblem('same-output-name', { name })] };
    this.#taken.add(key);
    return { name, problems: [] };
  }
}

/** Names that are one file on some disks have one key. */
export const fileKey = (name: string): string => name.normalize('NFKC').toLowerCase();

function badName(name: string): Problem {
  return { severity: 'error', code: 'bad-name', path: 'name', values: { name } };
}
