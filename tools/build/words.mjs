// In: templates/words/*.json. Out: a module for each that is needed at another time: build/words.js for Problems,
// interview-words.js for the interview, calendar-words.js for calendars and the table of steps, help-words.js for the help,
// output-words.js for what the commands print, web-words.js for the web page.
import { writeParsedTexts } from './parsed-texts.mjs';
import { readJson } from './read-json.mjs';
import { writeModule } from './write-module.mjs';

const words = new URL('../../templates/words/', import.meta.url);
const read = (name) => readJson(new URL(name, words));

const SENTENCE = '{ readonly zhHans: string; readonly ja: string }';

const { zh, ja } = await read('dates.json');

const problems = await read('problems.json');
const neverAsked = await read('never-asked.json');
const truths = await read('truths.json');

await writeParsedTexts(
  'words',
  (parsed) =>
    [
      `export const problemSentences = ${parsed(problems)};`,
      `export const dayPattern = ${JSON.stringify({ zhHans: zh.patterns.full, ja: ja.patterns.full })};`,
      `export const neverAsked = ${JSON.stringify(neverAsked)};`,
      `export const truthWords = ${JSON.stringify(truths)};`,
    ].join('\n'),
  [
    '/** `names`: what a value is called where it is a code of ours. */',
    `export declare const problemSentences: Readonly<Record<string, ${SENTENCE} & { readonly names?: Readonly<Record<string, ${SENTENCE}>> }>>;`,
    '/** How a day stands in a sentence: `{y}`, `{m}` and `{d}` with what is between them. */',
    `export declare const dayPattern: ${SENTENCE};`,
    'export declare const neverAsked: readonly string[];',
    '/** What people write for true and false, in small letters. */',
    "export declare const truthWords: Readonly<Record<'true' | 'false', readonly string[]>>;",
    '',
  ].join('\n'),
);

const { fields, options, messages } = await read('interview.json');
await writeModule(
  'interview-words',
  [
    `export const fieldLabels = ${JSON.stringify(fields)};`,
    `export const optionLabels = ${JSON.stringify(options)};`,
    `export const interviewMessages = ${JSON.stringify(messages)};`,
    '',
  ].join('\n'),
  [
    `type Sentence = ${SENTENCE};`,
    'export declare const fieldLabels: Readonly<Record<string, Sentence & { readonly en: string }>>;',
    'export declare const optionLabels: Readonly<Record<string, Readonly<Record<string, Sentence>>>>;',
    'export declare const interviewMessages: Readonly<Record<string, Sentence>>;',
    '',
  ].join('\n'),
);

await writeModule(
  'calendar-words',
  [
    `export const calendarWords = ${JSON.stringify(await read('calendar.json'))};`,
    `export const dateWords = ${JSON.stringify({ zh, ja })};`,
    '',
  ].join('\n'),
  [
    "import type { CalendarWords } from '../src/calendar/types.ts';",
    "import type { DateWords } from '../src/fill/types.ts';",
    '',
    'export declare const calendarWords: CalendarWords;',
    'export declare const dateWords: DateWords;',
    '',
  ].join('\n'),
);

await writeModule('help-words', `export const helpWords = ${JSON.stringify(await read('help.json'))};\n`, [
  'type Words = Readonly<Record<string, Readonly<Record<HelpLanguage, string>>>>;',
  '',
  "export type HelpLanguage = 'en' | 'zhHans' | 'ja';",
  '/** `options`: by the long name, after the name of the command where it has a text of its own. */',
  "export declare const helpWords: Readonly<Record<'titles' | 'commands' | 'arguments' | 'options', Words>>;",
  '',
]);

await writeModule(
  'output-words',
  `export const outputWords = ${JSON.stringify(await read('output.json'))};\n`,
  [
    "import type { HelpLanguage } from './help-words.js';",
    '',
    'export declare const outputWords: Readonly<Record<string, Readonly<Record<HelpLanguage, string>>>>;',
    '',
  ],
);

await writeModule(
  'web-words',
  `export const webWords = ${JSON.stringify(await read('web.json'))};\n`,
  [
    `type Sentences = Readonly<Record<string, ${SENTENCE}>>;`,
    '',
    'export declare const webWords: {',
    '  /** What stands on the page before anything is asked. */',
    '  readonly page: Sentences;',
    '  readonly sections: Sentences;',
    '  readonly sectionNotes: Sentences;',
    '  /** By path, where the words of the interview fit the terminal only. */',
    '  readonly fields: Sentences;',
    '  readonly options: Readonly<Record<string, Sentences>>;',
    '  readonly kinds: Sentences;',
    '  readonly says: Sentences;',
    '};',
    '',
  ].join('\n'),
);
