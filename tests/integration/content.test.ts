import { beforeAll, expect, test } from 'vitest';
import { CARRIER_IDS } from '#carrier-ids';
import type { View } from '../../src/fill/types.ts';
import { hasClass } from '../support/has-class.ts';
import { fillDocument, planCase, treeOf } from './support/set-case.ts';
import { elementsOf, textOf } from './support/text-of.ts';

interface Sheets {
  name: string;
  plan: string;
  view: View;
  checklist: string;
  memo: string;
  /** Numbers of the checklist's steps and of the memo's rows, and who names whom. */
  steps: Set<string>;
  rows: Set<string>;
  namedRows: Set<string>;
  namedSteps: Set<string>;
}

const PLANS = { cancel: 'leaving-japan', 'port-out': 'switching', park: 'leaving-japan' };
const all: Sheets[] = [];

/** What stands in all elements of a class, by the pattern that a part of it must match. */
function numbersIn(html: string, classes: readonly string[], pattern: RegExp): Set<string> {
  const found = new Set<string>();
  for (const element of elementsOf(treeOf(html).root))
    if (classes.some((each) => hasClass(element, each)))
      for (const match of textOf(element).matchAll(pattern)) found.add(match[1]!);
  return found;
}

function stepsOf(html: string): Set<string> {
  const numbers = new Set<string>();
  for (const { name, attributes } of elementsOf(treeOf(html).root))
    if (name === 'check-item' && /^\d+$/u.test(attributes.number ?? '')) numbers.add(attributes.number!);
  return numbers;
}

beforeAll(() => {
  for (const carrier of [...CARRIER_IDS, 'any'])
    for (const [plan, reason] of Object.entries(PLANS))
      for (const edition of ['personal', 'blank'] as const) {
        const departure = reason === 'leaving-japan' ? { departure: '2027-03-28' } : {};
        const line = { numberPlan: plan, familyLines: true, homeInternet: 'same-carrier' };
        const planned = planCase({ carrier, reason, line, ...departure }, { edition });
        const [checklist, memo] = (['checklist', 'memo'] as const).map((name) => fillDocument(name, planned));
        const tie = /(\d[a-z])(?![a-z])/gu;
        all.push({
          name: `${carrier} ${plan} ${edition}`,
          plan,
          view: planned.view,
          checklist: textOf(treeOf(checklist!).root),
          memo: textOf(treeOf(memo!).root),
          steps: stepsOf(checklist!),
          rows: numbersIn(memo!, ['number'], /^\s*(\d[a-z])\s*$/gu),
          namedRows: numbersIn(checklist!, ['tie-line'], tie),
          namedSteps: numbersIn(memo!, ['tie'], /(\d+)/gu),
        });
      }
});

const faults = (find: (sheets: Sheets) => string[]): string[] => {
  expect(all.length).toBe((CARRIER_IDS.length + 1) * 3 * 2);
  return all.flatMap((sheets) => find(sheets).map((fault) => `${sheets.name}: ${fault}`));
};

const foundIn = (text: string, pattern: RegExp): string[] => {
  const found = pattern.exec(text);
  return found ? [text.slice(Math.max(0, found.index - 12), found.index + found[0].length + 6)] : [];
};

test('a sheet for porting out or parking never asks to cancel: that would kill the number', () => {
  const asksToCancel =
    /解約を(?:お願い|希望)|解約だけ(?!ですか)|解約の手続きをお願い|为以下号码办理解约|只办解约(?!，还是)/u;
  expect(faults(({ plan, memo }) => (plan === 'cancel' ? [] : foundIn(memo, asksToCancel)))).toEqual([]);
  const asking = all.filter(({ plan, memo }) => plan === 'cancel' && asksToCancel.test(memo));
  // Four carriers say nothing of how to cancel: there one asks how.
  expect(asking.length).toBe((29 - 4) * 2);
});

test('no fee is printed as nothing: what is free now may have a condition', () => {
  // The monthly price of povo's empty plan is no fee.
  const zero = /(?<![\d,.]|基本费|基本料)0(?:日元|円)/u;
  expect(faults(({ checklist, memo }) => [...foundIn(checklist, zero), ...foundIn(memo, zero)])).toEqual([]);
});

test('each memo row that the checklist names is on the memo, each step that the memo names on the checklist', () => {
  expect(
    faults(({ steps, rows, namedRows, namedSteps }) => [
      ...[...namedRows].filter((row) => !rows.has(row)).map((row) => `no row ${row}`),
      ...[...namedSteps].filter((step) => !steps.has(step)).map((step) => `no step ${step}`),
    ]),
  ).toEqual([]);
  expect(all.every(({ steps, rows }) => steps.size > 8 && rows.size > 4)).toBe(true);
  expect(all.some(({ namedRows }) => namedRows.size > 8)).toBe(true);
  expect(all.some(({ namedSteps }) => namedSteps.size > 8)).toBe(true);
});

test('steps of a shop are printed only where there is a shop', () => {
  const shopSteps = /预约门店|来店予約をする|到店办理解约/u;
  expect(
    faults(({ view, checklist }) => {
      const { is } = view.checklist;
      return is.shop || is.anyCarrier ? [] : foundIn(checklist, shopSteps);
    }),
  ).toEqual([]);
});

test('where nobody knows how to cancel, the sheet says so, gives words for a call and asks how', () => {
  const unknown = ['gtn-mobile', 'hanacell', 'gs-mobile', 'japasim'];
  const sheets = all.filter(
    ({ name }) => unknown.includes(name.split(' ')[0]!) && name.endsWith('cancel personal'),
  );
  expect(sheets).toHaveLength(unknown.length);
  for (const { name, checklist, memo, rows } of sheets) {
    expect(checklist, name).toMatch(/电话用语/u);
    expect(checklist, name).toMatch(/(?:没有|未|不)(?:查到|找到|公开|清楚)/u);
    expect(memo, name).toMatch(/解約の方法/u);
    expect([...rows], name).toContain('1j');
  }
});

test('what the sheet may not ask for is never asked for', () => {
  const secret =
    /(?:暗証番号|カード番号|在留カード番号|パスポート番号|口座番号)[：:]|(?:密码|卡号|护照号|在留卡号|账号)[：:]/u;
  expect(faults(({ checklist, memo }) => [...foundIn(checklist, secret), ...foundIn(memo, secret)])).toEqual(
    [],
  );
});
