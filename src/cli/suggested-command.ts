/** What to type next, as it works after `npm ci` in any shell. */
export const suggestedCommand = (command: string, file: string, platform = process.platform): string =>
  `npx kaiyaku ${command} ${quoteArgument(file, platform === 'win32')}`;

/** Letters of any script need no quotes; spaces and what a shell takes for a sign do. In Windows \ parts folders. */
const quoteArgument = (argument: string, isWindows: boolean): string => {
  const plain = isWindows ? /^[\p{L}\p{N}_./:\\-]+$/u : /^[\p{L}\p{N}_./:-]+$/u;
  if (plain.test(argument)) return argument;
  return `"${isWindows ? argument : argument.replace(/["$`\\]/gu, '\\$&')}"`;
};
