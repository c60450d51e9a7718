import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fieldLabels, optionLabels } from '#interview-words';
import { answerPaths } from '../../../src/case/case-fields.ts';
import { ACCOUNTS, PAPERS } from '../../../src/case/known-ids.ts';
import { placeAnswer } from '../../../src/case/set-answer.ts';
import { validateCase } from '../../../src/case/validate-case.ts';
import { makeSchema } from '../../../tools/build/schema.mjs';

test('data/schema/case.schema.json is what the zod schema says (npm run schema)', async () => {
  expect(readFileSync('data/schema/case.schema.json', 'utf8')).toBe(await makeSchema());
});

test('every answer has a label in three languages, and every label an answer', () => {
  expect(Object.keys(fieldLabels).sort()).toEqual(answerPaths().sort());
});

test('papers and accounts have labels in the order in which they are asked', () => {
  expect(Object.keys(optionLabels.papers ?? {})).toEqual([...PAPERS]);
  expect(Object.keys(optionLabels.accounts ?? {})).toEqual([...ACCOUNTS]);
});

interface Node {
  pattern?: string;
  properties?: Record<string, Node>;
}

const editors = JSON.parse(readFileSync('data/schema/case.schema.json', 'utf8')) as Node;

function patternOf(path: string): RegExp {
  const node = path.split('.').reduce((at: Node | undefined, key) => at?.properties?.[key], editors);
  return new RegExp(node?.pattern ?? '(?!)', 'u');
}

const DAYS = `2027-03-28 2027/3/28 2027.3.28 2027-3-8 2027\u5e743\u670828\u65e5 2027\u5e743\u670828
\uff12\uff10\uff12\uff17\uff0f\uff13\uff0f\uff12\uff18 \uff12\uff10\uff12\uff17\u5e74\uff13\u6708\uff12\uff18\u65e5 2027-12-31 2028-02-29 1999-11-30 2199-10-01
3/28/2027 2027-13-01 2027-00-10 2027-02-30 2027-04-31 2027-3-0 2027-3-32 2027-3 20270328 27/3/28 2927-03-28
1027-03-28 2027-03-28T00:00 2027\u5e743\u6708 2027-003-28`;
const HOURS = `14:00 9:00 09:00 09:00:00 23:59 0:05 \uff11\uff14\uff1a\uff10\uff10
24:00 9 9:0 14:60 14.00 2pm 09:00:30 123:00`;
const PHONES = `090-1234-5678 09012345678 +81-90-1234-5678 \uff10\uff19\uff10\u2015\uff11\uff12\uff13\uff14\u30fc\uff15\uff16\uff17\uff18
090-1234-567x 090/1234/5678`;
const MAILS =
  'someone@example.com someone\uff20example\uff0ecom someone.example.com someone@example a@b@c.de';

test.each([
  ['departure', DAYS],
  ['answers.mnpCodeExpires', DAYS],
  ['visit.time', HOURS],
  ['line.number', PHONES],
  ['contactAfter.email', MAILS],
])('editors take %s as the program does, and tell the same slips', (path, texts) => {
  const pattern = patternOf(path);
  for (const text of [...texts.split(/\s+/u), ` ${texts.split(' ', 1)[0]} `]) {
    const input = placeAnswer({ carrier: 'any' }, path.split('.'), text);
    expect([text, pattern.test(text)]).toEqual([text, validateCase(input).value !== null]);
  }
});
