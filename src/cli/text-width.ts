/** Columns that a text takes in a terminal: East Asian wide characters take two (UAX #11). */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}

export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(1, columns - textWidth(text)));
}
