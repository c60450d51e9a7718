import type { Problem } from '../problem.ts';

/** Names of rows, each given once: two rows may not write the same files. */
export class RowNames {
  readonly #taken = new Set<string>();

  /** A row of a table: its own name, or its number. */
  ofRow(number: number, given: unknown): { name: string; problems: Problem[] } {
    const numbered = `row-${String(number).padStart(6, '0')}`;
    if (given === undefined || given === null || given === '') return { name: numbered, problems: [] };
    // `row-000002` is what a row without a name is called.
    const usable = typeof given === 'string' && /^[a-z0-9-]{1,60}$/u.test(given) && !/^row-\d+$/u.test(given);
    if (!usable)
      return { name: numbered, problems: [problemOf('bad-name', 'name', String(given).slice(0, 60))] };
    return this.#take(given);
  }

  /** A file of a folder: its name without the ending, whatever it is. */
  ofFile(stem: string): { name: string; problems: Problem[] } {
    return this.#take(stem);
  }

  #take(name: string): { name: string; problems: Problem[] } {
    const key = name.toLowerCase();
    if (this.#taken.has(key)) return { name, problems: [problemOf('same-output-name', '', name)] };
    this.#taken.add(key);
    return { name, problems: [] };
  }
}

function problemOf(code: string, path: string, name: string): Problem {
  return { severity: 'error', code, path, values: { name } };
}
