import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { filesBelow } from '../../support/files-below.ts';
import { carrierIds, viewOf } from './fill-case.ts';
import { addSample, emptyShape, PathChecker, type Shape } from './template-paths.ts';

const DOCUMENTS = ['checklist', 'memo', 'letter'] as const;

function sources(document: string): Record<string, string> {
  const read = (folder: string, prefix: string) =>
    filesBelow(folder, '.hbs').map((name) => [
      prefix + name.slice(0, -4),
      readFileSync(`${folder}/${name}`, 'utf8'),
    ]);
  return Object.fromEntries([...read(`templates/${document}`, ''), ...read('templates/shared', 'shared/')]);
}

const shapes: Record<(typeof DOCUMENTS)[number], Shape> = {
  checklist: emptyShape(),
  memo: emptyShape(),
  letter: emptyShape(),
};

const ANSWERS = {
  lineEnds: '2027-01-10',
  cancellationFeeYen: 1100,
  lastDebit: '2027-02-26',
  lastDebitYen: 3000,
  lastDebitIsEstimate: true,
  receiptNumber: 'A-1',
  completedAt: '2027-01-10 14:00',
  instalmentsUntil: '2027-05-31',
  instalmentsYen: 9000,
  accountOpenUntil: '2027-03-31',
  overseasContact: '+81-3-0000-0000',
  returnBy: '2027-01-31',
  mnpCode: '1234567890',
  mnpCodeExpires: '2027-01-25',
};

beforeAll(() => {
  const examples = readdirSync('examples')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => parse(readFileSync(`examples/${name}`, 'utf8')) as object);
  const views = [
    ...examples.flatMap((example) => [
      viewOf(example),
      viewOf(example, { today: '2027-06-30' }),
      viewOf(example, { edition: 'share' }),
      viewOf(example, { edition: 'blank' }),
      viewOf({ ...example, answers: ANSWERS }),
    ]),
    viewOf({ carrier: 'ahamo', line: { contractStart: '2027-01-12', pinKnown: false } }),
    viewOf(
      { carrier: 'ntt-docomo', departure: '2027-03-28', payment: { bankAccountCloses: '2027-04-10' } },
      { today: '2027-02-27' },
    ),
    viewOf({
      carrier: 'ntt-docomo',
      departure: '2027-03-28',
      payment: { bankAccountCloses: '2027-04-10' },
      visit: { channel: 'shop', date: '2027-03-23' },
    }),
    // A doubtful day: between the windows, and after the departure.
    ...['2027-03-20', '2027-04-02'].map((date) =>
      viewOf({ carrier: 'ntt-docomo', departure: '2027-03-28', visit: { channel: 'shop', date } }),
    ),
    // A deadline after the flight; days and hours after a deadline.
    viewOf({ carrier: 'qt-mobile', departure: '2027-02-20' }, { today: '2027-01-26' }),
    ...[{ date: '2027-02-27', time: '18:30' }, { date: '2027-02-28' }].map((day) =>
      viewOf({ carrier: 'aeon-mobile', departure: '2027-03-28', visit: { channel: 'web', ...day } }),
    ),
    // The flight comes before the end of the month in which the SIM card is to be back.
    viewOf({ carrier: 'japasim', departure: '2027-03-15' }, { today: '2027-03-01' }),
    // A residence card that runs out before the booked day, or before the last one.
    ...[{}, { date: '2027-03-23' }].map((day) =>
      viewOf({
        carrier: 'ntt-docomo',
        departure: '2027-03-28',
        holder: { residenceUntil: '2027-03-10' },
        visit: { channel: 'shop', ...day },
      }),
    ),
    // A day that may count for the next month, with and without an earlier one left.
    ...['2027-02-20', '2027-02-26'].map((today) =>
      viewOf(
        { carrier: 'ntt-docomo', departure: '2027-03-28', visit: { channel: 'shop', date: '2027-02-26' } },
        { today },
      ),
    ),
    viewOf({ carrier: 'gtn-mobile', departure: '2027-03-28', holder: { residenceUntil: '2027-04-01' } }),
    ...carrierIds.map((carrier) => viewOf({ carrier, line: { sim: 'physical' } })),
    // Without a working day between the window and the departure.
    viewOf({ carrier: 'mineo', departure: '2027-01-03' }, { today: '2026-11-22' }),
    ...carrierIds.flatMap((carrier) =>
      (['shop', 'web', 'phone'] as const).flatMap((channel) =>
        (['cancel', 'port-out', 'park'] as const).map((numberPlan) =>
          viewOf({
            carrier,
            departure: '2027-03-28',
            visit: { channel, date: '2027-03-20', time: '14:00' },
            line: { numberPlan, contractStart: '2026-12-20', sim: 'esim', closingDay: 10, familyLines: true },
            handset: { returnProgramme: true, boughtBefore202110: true },
            holder: { visitor: 'family', residenceUntil: '2027-04-01' },
            payment: { bankAccountCloses: '2027-03-30' },
          }),
        ),
      ),
    ),
  ];
  for (const view of views) for (const name of DOCUMENTS) addSample(shapes[name], view[name]);
});

test.each(DOCUMENTS)('every path of the %s stands in its view, and every partial exists', (document) => {
  const own = sources(document);
  if (Object.keys(own).length === 0) return;
  const checker = new PathChecker(own);
  checker.check('main', shapes[document]);
  expect([...checker.problems]).toEqual([]);
});

test('every template of the checklist is used', () => {
  const own = sources('checklist');
  const checker = new PathChecker(own);
  checker.check('main', shapes.checklist);
  const unused = Object.keys(own).filter((name) => !checker.reached.has(name) && !name.startsWith('shared/'));
  expect(unused).toEqual([]);
});

test('a misspelt condition is found', () => {
  const checker = new PathChecker({ main: '{{#if is.shpo}}x{{/if}}{{#each phases}}{{idd}}{{/each}}' });
  checker.check('main', shapes.checklist);
  expect([...checker.problems]).toEqual(['main:1: no is.shpo in the view', 'main:1: no idd in the view']);
});
