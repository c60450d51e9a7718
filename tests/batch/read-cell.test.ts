import { expect, test } from 'vitest';
import { readCell } from '../../src/batch/read-cell.ts';
import { kindAt } from '../../src/case/case-fields.ts';
import { validateCase } from '../../src/case/validate-case.ts';

const read = (path: string, cell: string) => readCell(cell, kindAt(path.split('.')));

test.each<[string, string, unknown]>([
  // As spreadsheets in Japan and in China save a day, by the format of the cell.
  ['departure', '2027/3/28', '2027-03-28'],
  ['departure', '2027/03/08', '2027-03-08'],
  ['departure', '2027-3-8', '2027-03-08'],
  ['departure', '2027.3.8', '2027-03-08'],
  ['departure', '2027年3月28日', '2027-03-28'],
  ['departure', '２０２７／３／２８', '2027-03-28'],
  ['visit.time', '9:00', '09:00'],
  ['visit.time', '14:00:00', '14:00'],
  ['visit.time', '１４：００', '14:00'],
  ['line.number', '9012345678', '09012345678'],
  ['line.number', '09012345678', '09012345678'],
  ['line.number', '０９０－１２３４－５６７８', '090-1234-5678'],
  ['line.number', '090‐1234‐5678', '090-1234-5678'],
  ['line.number', '090ー1234ー5678', '090-1234-5678'],
  ['line.pinKnown', 'TRUE', true],
  ['line.pinKnown', 'False', false],
  ['line.pinKnown', 'はい', true],
  ['line.pinKnown', '没有', false],
  ['answers.cancellationFeeYen', '1,100', 1100],
  ['answers.cancellationFeeYen', '¥1,100', 1100],
  ['answers.cancellationFeeYen', '1100円', 1100],
  ['accounts', '[wechat, line]', ['wechat', 'line']],
  ['accounts', 'wechat、line', ['wechat', 'line']],
  ['accounts', 'wechat; line', ['wechat', 'line']],
  ['line.closingDay', '１０', '10'],
  // Text is text, whatever a case file would make of it.
  ['visit.shop', '渋谷店 #2', '渋谷店 #2'],
  ['visit.shop', '"12": [x', '"12": [x'],
  ['visit.shop', '新宿\n西口店', '新宿 西口店'],
  ['holder.nameRoman', 'NULL YES', 'NULL YES'],
  ['answers.receiptNumber', '00123', '00123'],
  ['papers.0', 'passport', 'passport'],
])('%s: %j', (path, cell, value) => {
  expect(read(path, cell)).toEqual(value);
});

test.each<[string, string, string]>([
  ['which is the month', 'departure: 3/4/2027', 'date-form'],
  ['a day that is none', 'departure: 2027/2/30', 'invalid-date'],
  ['an hour that is none', 'visit.time: 25:00', 'invalid-time'],
  ['a number of another kind', 'line.number: 123456789', 'invalid-phone-number'],
  ['a comma in the wrong place', 'answers.cancellationFeeYen: 1,10', 'wrong-type'],
  ['a word that may be either', 'line.pinKnown: maybe', 'wrong-type'],
  ['an option that is none', 'accounts: wechat, telex', 'not-one-of'],
])('%s is told', (_, cell, code) => {
  const [path = '', text = ''] = cell.split(': ');
  const [group = '', key] = path.split('.');
  const value = read(path, text);
  const { problems } = validateCase({ carrier: 'au', [group]: key === undefined ? value : { [key]: value } });
  expect(problems.map((problem) => `${problem.code} ${problem.path.replace(/\.\d+$/u, '')}`)).toEqual([
    `${code} ${path}`,
  ]);
});
