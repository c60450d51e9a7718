/** Helpers of src/fill/helpers.ts; a test compares the two lists. */
export const HELPERS = [
  'date',
  'relative',
  'amount',
  'join',
  'eq',
  'and',
  'or',
  'not',
  'count',
  'ruby',
  'pinyin',
];

export const COMPILE_OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(HELPERS.map((name) => [name, true])),
};
