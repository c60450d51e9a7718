// In: templates/words/*.json. Out: build/words.js with the sentences of Problems, build/interview-words.js with
// those of the interview and the reports of the commands, which alone need them.
import { readFile } from 'node:fs/promises';
import { writeModule } from './write-module.mjs';

const words = new URL('../../templates/words/', import.meta.url);
const read = async (name) => JSON.parse(await readFile(new URL(name, words), 'utf8'));

const SENTENCE = '{ readonly zhHans: string; readonly ja: string }';

await writeModule(
  'words',
  [
    `export const problemSentences = ${JSON.stringify(await read('problems.json'))};`,
    `export const neverAsked = ${JSON.stringify(await read('never-asked.json'))};`,
    '',
  ].join('\n'),
  [
    `export declare const problemSentences: Readonly<Record<string, ${SENTENCE}>>;`,
    'export declare const neverAsked: readonly string[];',
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
