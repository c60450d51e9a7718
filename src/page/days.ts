const DAY_MS = 86_400_000;

/** Day number of a `YYYY-MM-DD`, which is a day of UTC where it is parsed (ECMA-262 §21.4.1.32). */
export const dayNumber = (day: string): number => Date.parse(day) / DAY_MS;
