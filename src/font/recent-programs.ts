/** So many of a face: many documents of one run use the same characters, and each program takes some 80 KB. */
const KEPT = 4;

/** The programs that were written last, by what stands in them. */
export class RecentPrograms {
  readonly #programs = new Map<string, Uint8Array>();

  get(key: string, write: () => Uint8Array): Uint8Array {
    const program = this.#programs.get(key) ?? write();
    // The last used is the last in order, so the first is the one to go.
    this.#programs.delete(key);
    this.#programs.set(key, program);
    if (this.#programs.size > KEPT) this.#programs.delete(this.#programs.keys().next().value as string);
    return program;
  }
}
