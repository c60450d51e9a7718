/** Options as data: commander learns them from here, and so does `readArguments`. What they do is told by the help. */
export interface OptionSpec {
  long: `--${string}`;
  short?: `-${string}`;
  /** What stands for its value in the help; absent where the option has none. */
  value?: `<${string}>`;
  /** Value where it is not given. */
  fallback?: string;
  isRepeatable?: true;
}

const JSON_REPORT: OptionSpec = { long: '--json' };
const OWN_TEMPLATES: OptionSpec = { long: '--templates', value: '<dir>' };

const CASE_OPTIONS: readonly OptionSpec[] = [
  { long: '--today', value: '<date>' },
  { long: '--set', value: '<path=value>', isRepeatable: true },
  JSON_REPORT,
];

const PDF_OPTIONS: readonly OptionSpec[] = [
  ...CASE_OPTIONS,
  { long: '--out', short: '-o', value: '<dir>', fallback: 'output' },
  { long: '--document', value: '<name>' },
  { long: '--edition', value: '<name>', fallback: 'personal' },
  { long: '--paper', value: '<name>' },
  { long: '--large' },
];

export const GENERATE_OPTIONS: readonly OptionSpec[] = [
  ...PDF_OPTIONS,
  { long: '--fillable' },
  OWN_TEMPLATES,
  { long: '--dump', value: '<stage>' },
  { long: '--profile' },
];
export const CHECK_OPTIONS: readonly OptionSpec[] = [...CASE_OPTIONS, OWN_TEMPLATES, { long: '--print' }];
export const SCHEDULE_OPTIONS: readonly OptionSpec[] = [...CASE_OPTIONS, { long: '--ics', value: '<file>' }];
export const CARRIERS_OPTIONS: readonly OptionSpec[] = [JSON_REPORT];
export const NEW_OPTIONS: readonly OptionSpec[] = [{ long: '--force' }];
export const BATCH_OPTIONS: readonly OptionSpec[] = [
  ...PDF_OPTIONS,
  OWN_TEMPLATES,
  { long: '--jobs', value: '<n>' },
  { long: '--shard', value: '<i/n>' },
];
