/** Options as data: commander learns them from here, and so does `readArguments`. */
export interface OptionSpec {
  long: `--${string}`;
  short?: `-${string}`;
  /** What stands for its value in the help; absent where the option has none. */
  value?: `<${string}>`;
  description: string;
  /** Value where it is not given. */
  fallback?: string;
  isRepeatable?: true;
}

export const CASE_OPTIONS: readonly OptionSpec[] = [
  {
    long: '--today',
    value: '<date>',
    description: 'the day to plan from, YYYY-MM-DD in Japan (default: today)',
  },
  {
    long: '--set',
    value: '<path=value>',
    description: 'answer a question on the command line; repeatable',
    isRepeatable: true,
  },
  { long: '--json', description: 'print one JSON report on stdout and nothing else' },
];

export const GENERATE_OPTIONS: readonly OptionSpec[] = [
  ...CASE_OPTIONS,
  { long: '--out', short: '-o', value: '<dir>', description: 'folder for the PDFs', fallback: 'output' },
  {
    long: '--document',
    value: '<name>',
    description: 'checklist | memo | both | letter (default: both, and the letter for who sends somebody)',
  },
  { long: '--edition', value: '<name>', description: 'personal | share | blank', fallback: 'personal' },
  { long: '--paper', value: '<name>', description: 'A4 | B5 | A3 | Letter' },
  { long: '--large', description: 'large print' },
  { long: '--fillable', description: 'check boxes that can be ticked on the screen' },
  { long: '--templates', value: '<dir>', description: 'your own templates instead of the package’s' },
  {
    long: '--dump',
    value: '<stage>',
    description: 'print a stage instead: case|facts|schedule|html|tree|boxes|lines|pages|text',
  },
  { long: '--profile', description: 'tell on stderr where the time went' },
];
