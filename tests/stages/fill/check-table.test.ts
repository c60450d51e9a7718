import { expect, test } from 'vitest';
import { calendarWords } from '#calendar-words';
import { templates } from '#templates';
import type { DocumentName } from '../../../src/case/types.ts';
import { findTableFault as findFault } from '../../../src/fill/check-table.ts';
import { knownNames } from '../../../src/own-templates/known-names.ts';

const { checklist, memo } = templates.documents;
const names = knownNames({
  checklist: checklist.specs,
  steps: checklist.tables.steps,
  rows: memo.tables.rows,
});
const findTableFault = (document: DocumentName, name: string, table: unknown) => {
  const fault = findFault(document, name, table, names);
  return fault && (fault.values.reason ?? `${fault.place}: ${fault.code}`);
};

test('the package\u2019s own tables are of the shape that is read', () => {
  for (const [document, { tables }] of Object.entries(templates.documents))
    for (const [name, table] of Object.entries(tables))
      expect([name, findTableFault(document as DocumentName, name, table)]).toEqual([name, null]);
});

const own = (document: DocumentName, name: string) =>
  structuredClone(templates.documents[document].tables[name]) as Record<string, Record<string, unknown>>;

test('all steps of the plan are known', () => {
  const named = Object.keys(calendarWords.steps).filter((id) => !id.includes('/'));
  expect(named.filter((id) => !names.schedule.includes(id))).toEqual([]);
});

test('an empty table, or one of another shape, is told by what it lacks', () => {
  expect(findTableFault('checklist', 'steps', {})).toBe('phases: missing');
  expect(findTableFault('checklist', 'faq', {})).toBe('.: list');
  expect(findTableFault('checklist', 'bring', [{ id: 'a', when: 'shop' }])).toBe('0.when: list');
  expect(findTableFault('memo', 'rows', {})).toBe('heightPt: missing');
  expect(findTableFault('memo', 'words', null)).toBe('.: mapping');
});

test('a value inside is told by its place', () => {
  const rows = own('memo', 'rows');
  rows.rows!['1d'] = { lines: 4, opensSheet: true };
  expect(findTableFault('memo', 'rows', rows)).toBe('rows.1d.lines: 1 | 2 | 3');
  rows.rows!['1d'] = { lines: 1, opensSheet: true, whn: [] };
  expect(findTableFault('memo', 'rows', rows)).toBe('rows.1d.whn: unknown');
  rows.rows!['1d'] = { lines: 1, opensSheet: true, when: ['!shop|phnoe'] };
  expect(findTableFault('memo', 'rows', rows)).toBe('rows.1d.when.0: unknown-condition');
});

const FIRST = 'steps.0';
test.each([
  ['phase', 'decid', `${FIRST}.phase: decid`, 'decid'],
  ['schedule', 'move-acounts', `${FIRST}.schedule: move-acounts`, 'move-acounts'],
  ['schedule', 'visit|move-acounts', `${FIRST}.schedule: move-acounts`, 'move-acounts'],
  ['moment', 'son', `${FIRST}.moment: son`, 'son'],
  ['otherwise', 'son', `${FIRST}.otherwise: son`, 'son'],
  ['memo', ['3x'], `${FIRST}.memo.0: 3x`, '3x'],
  ['facts', ['fees.shortTermFe'], `${FIRST}.facts.0: fees.shortTermFe`, 'fees.shortTermFe'],
  ['when', ['account:weechat'], `${FIRST}.when.0: unknown-condition`, 'weechat'],
  ['when', ['account:line,weechat'], `${FIRST}.when.0: unknown-condition`, 'weechat'],
  ['when', ['schedule:move-acounts'], `${FIRST}.when.0: unknown-condition`, 'move-acounts'],
  ['when', ['fact:fees.shortTermFe|shop'], `${FIRST}.when.0: unknown-condition`, 'fees.shortTermFe'],
  ['when', ['!fact:sim.returnRequire=true'], `${FIRST}.when.0: unknown-condition`, 'sim.returnRequire'],
  ['when', ['fact:lastBill=deposit-refnd'], `${FIRST}.when.0: unknown-condition`, 'deposit-refnd'],
  ['when', ['shop|!fact:channels.phone=conflictin'], `${FIRST}.when.0: unknown-condition`, 'conflictin'],
  ['when', ['fact:cautions=optons'], `${FIRST}.when.0: unknown-condition`, 'cautions=optons'],
  ['when', ['visit.channel=shopp'], `${FIRST}.when.0: unknown-condition`, 'visit.channel=shopp'],
  ['when', ['warning:no-marginn'], `${FIRST}.when.0: unknown-condition`, 'no-marginn'],
  ['when', ['steps:a'], `${FIRST}.when.0: unknown-condition`, 'steps'],
])('a step whose %s is %j would be left out, or undated, without a word', (key, value, told, found) => {
  const { phases, steps } = own('checklist', 'steps') as unknown as Record<string, object[]>;
  const table = { phases, steps: [{ ...steps![0], [key]: value }, ...steps!.slice(1)] };
  expect(findTableFault('checklist', 'steps', table)).toBe(told);
  const fault = findFault('checklist', 'steps', table, names);
  expect(fault?.found).toBe(found);
  expect(fault?.known?.length).toBeGreaterThan(3);
});

test('yes and no are values of a fact that has one of them; entries of any list are known by theirs', () => {
  const { phases, steps } = own('checklist', 'steps') as unknown as Record<string, object[]>;
  for (const condition of [
    'fact:reactivation=true',
    '!fact:reactivation=false',
    'fact:documents=original-id',
  ]) {
    const table = { phases, steps: [{ ...steps![0], when: [condition] }, ...steps!.slice(1)] };
    expect(findTableFault('checklist', 'steps', table), condition).toBeNull();
  }
});

test('a row of the memo is asked by a rule, by its conditions alone, or of everybody', () => {
  const rows = own('memo', 'rows');
  rows.rows!['3x'] = { lines: 1, opensSheet: true };
  expect(findTableFault('memo', 'rows', rows)).toBe('rows.3x: "own": true | "editions"');
  rows.rows!['3x'] = { lines: 1, opensSheet: true, own: true };
  expect(findTableFault('memo', 'rows', rows)).toBeNull();
});
