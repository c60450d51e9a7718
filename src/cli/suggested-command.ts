/** What to type next, as it works after `npm ci` in any shell. */
export const suggestedCommand = (command: string, file: string): string =>
  `npx kaiyaku ${command} ${quoteArgument(file)}`;

/** Letters of any script need no quotes; spaces and what a shell takes for a sign do. */
const quoteArgument = (argument: string): string =>
  /^[\p{L}\p{N}_./:-]+$/u.test(argument) ? argument : `"${argument.replace(/["$`]/gu, '\\$&')}"`;
