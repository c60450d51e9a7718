/** Identity papers that the memo can name, in its order. */
export const PAPERS = [
  'residence-card',
  'special-residence-card',
  'passport',
  'drivers-licence',
  'my-number-card',
] as const;

/** Accounts that hang on the Japanese number, in the order in which they are worth moving. */
export const ACCOUNTS = [
  'wechat',
  'alipay',
  'chinese-bank',
  'line',
  'bank',
  'credit-card',
  'paypay',
  'suica',
  'pasmo',
  'rakuten',
  'amazon',
  'google',
  'apple',
  'yahoo-japan',
  'mercari',
  'my-number-portal',
  'immigration',
  'airline',
] as const;

/** Stands for "not said which" in blank editions. */
export const ANY_CARRIER = 'any';
