/**
 * The day of a Date in UTC, `YYYY-MM-DD`. V8's own toISOString asks for the time zone of the machine, which it does not
 * need and which takes a hundredth of a run.
 */
export function isoDay(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}
