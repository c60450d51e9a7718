// The tree is the architecture; these rules keep it. docs/architecture.md tells the reasons.
// tests/laws/imports.test.ts plants a violation of each kind, to prove that they bite.

/** What a folder of src/ may import from its neighbours, beside src/problem.ts. */
const NEIGHBOURS = {
  host: ['iso-day'],
  case: ['calendar-day'],
  facts: ['case/types'],
  schedule: ['case/types', 'facts/types', 'iso-day'],
  calendar: ['schedule/types'],
  interview: ['facts/types'],
  fill: ['calendar-day', 'case/types', 'facts/types', 'facts/confidence', 'schedule/types'],
  document: ['calendar-day'],
  font: ['host/types'],
  style: ['document/types', 'font/types'],
  line: ['font/types', 'style/types'],
  page: ['calendar-day', 'font/types', 'style/types', 'line/types'],
  pdf: ['font/types', 'style/types', 'page/types'],
};

/** The one owner of each library. */
const OWNERS = {
  '@date-fns': 'schedule|calendar',
  '@inquirer': 'cli',
  budoux: 'line',
  'cli-progress': 'cli|batch',
  commander: 'cli',
  'css-tree': 'style',
  'csv-parse': 'batch',
  'date-fns': 'schedule|calendar',
  'fastest-levenshtein': 'case',
  fflate: 'pdf',
  handlebars: 'fill',
  'ical-generator': 'calendar',
  parse5: 'document',
  pdfkit: 'pdf',
  qrcode: 'page',
  tinypool: 'batch',
  yaml: 'case',
  zod: 'case|facts',
};

const stageRules = Object.entries(NEIGHBOURS).map(([folder, neighbours]) => ({
  name: `${folder}-knows-its-input-only`,
  comment: `src/${folder}/ imports problem.ts and ${neighbours.join(', ') || 'nothing of other folders'}. If it needs more, the work belongs to another stage, or the value to its input.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: {
    path: '^src/',
    pathNot: [`^src/${folder}/`, '^src/problem\\.ts$', ...neighbours.map((name) => `^src/${name}\\.ts$`)],
  },
}));

const ownerRules = Object.entries(OWNERS).map(([library, owner]) => ({
  name: `${library.replace('@', '')}-has-one-owner`,
  comment: `Only src/(${owner})/ imports ${library}: ask that folder for what you need.`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/(${owner})/` },
  to: { path: `node_modules/${library}/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...stageRules,
    ...ownerRules,
    {
      name: 'core-knows-no-node',
      comment: 'Files, clock and zlib come through the Host: the web page runs on the same core.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(host/node|own-templates/|batch/|cli/)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-knows-no-node-host',
      comment: 'src/host/node*.ts is for the entries that run in Node.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(host/node|node\\.ts|batch/|cli/)' },
      to: { path: '^src/host/node' },
    },
    {
      name: 'nothing-imports-the-command-line',
      comment: 'src/cli/ is the outermost ring.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one idea, or hide a third one; a type that both need has a file of its own.',
      severity: 'error',
      // Remove when their view types stand in types.ts (docs/reviews/code.md): the next rule holds there until then.
      from: { pathNot: '^(src/fill|tools/wording)/' },
      to: { circular: true },
    },
    {
      name: 'no-cycles-at-run-time',
      comment: 'Of two files that need each other when they run, one finds the other half made.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports is dead.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: ['\\.d\\.ts$', '/types\\.ts$'],
      },
      to: {},
    },
    {
      name: 'no-barrels',
      comment: 'Import the file that holds the thing; only src/index.ts re-exports.',
      severity: 'error',
      from: {},
      to: { path: '^src/.+/index\\.ts$' },
    },
    {
      name: 'source-stands-alone',
      comment: 'src/ imports no test, tool or bench; data comes through the build or as JSON.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|tools|bench|web)/' },
    },
    {
      name: 'tests-do-not-import-each-other',
      comment: 'What tests share stands in tests/support/.',
      severity: 'error',
      from: { path: '^tests/' },
      to: { path: '\\.test\\.ts$' },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere is not checked by any rule here.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^build/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
