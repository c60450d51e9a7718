import { expect, test } from 'vitest';
import { findAnswer } from '../../../src/case/find-answer.ts';
import type { Case } from '../../../src/case/types.ts';

const customer: Case = {
  carrier: 'au',
  holder: { nameRoman: 'WANG XIAOMING', nameKanji: '王' },
  visit: { shop: 'auショップ 早稲田店' },
  accounts: ['wechat', 'line'],
};

test.each([
  ['X', 'holder.nameRoman'],
  ['来店　auショップ 早稲田店', 'visit.shop'],
  ['早稲田', 'visit.shop'],
  ['WANG XIAOMING　王', 'holder.nameRoman'],
  ['linea', 'accounts.1'],
  ['解約の手続き', ''],
  // A template's own text, in which an answer only happens to stand.
  ['auauau', ''],
  ['auショップを探す', ''],
])('%s is of %j', (text, path) => {
  expect(findAnswer(customer, text)).toBe(path);
});
