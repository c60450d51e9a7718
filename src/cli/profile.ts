/** Where the time goes: stages in the order in which they first report, milliseconds summed. */
export class Profile {
  readonly #times = new Map<string, number>();
  #last = performance.now();

  /** The time since the last lap, or since the profile was made, is this stage's. */
  lap(stage: string): void {
    const now = performance.now();
    this.#times.set(stage, (this.#times.get(stage) ?? 0) + now - this.#last);
    this.#last = now;
  }

  /** `performance.now()` counts from the start of the process: what no stage names is start-up and module load. */
  describe(): string {
    const whole = performance.now();
    const named = [...this.#times.values()].reduce((sum, ms) => sum + ms, 0);
    const rows: [string, number][] = [...this.#times, ['start and load', whole - named], ['all', whole]];
    return rows.map(([stage, ms]) => `${stage.padEnd(16)}${ms.toFixed(1).padStart(9)} ms\n`).join('');
  }
}
