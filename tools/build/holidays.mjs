// In: @holiday-jp/holiday_jp and data/holidays.json. Out: build/holidays.js, the module behind "#holidays".
// The library is 230 KB, read in full at import, and its isHoliday asks the local time zone: only its dates are taken.
import holidayJp from '@holiday-jp/holiday_jp';
import { readJson } from './read-json.mjs';
import { writeModule } from './write-module.mjs';

/** Month and day of every holiday by year: { 2027: '0101 0111 …' }. */
export function holidaysByYear(dates, firstYear) {
  const years = {};
  for (const date of [...dates].sort()) {
    const [year, month, day] = date.split('-');
    if (Number(year) < firstYear) continue;
    years[year] = years[year] ? `${years[year]} ${month}${day}` : `${month}${day}`;
  }
  return years;
}

const source = await readJson(new URL('../../data/holidays.json', import.meta.url));
const years = holidaysByYear(Object.keys(holidayJp.holidays), source.firstYear);
await writeModule(
  'holidays',
  [
    `export const announcedThrough = ${source.announcedThrough};`,
    `export const holidaysByYear = ${JSON.stringify(years)};`,
    '',
  ].join('\n'),
  [
    '/** The last year whose holidays are officially announced. */',
    'export declare const announcedThrough: number;',
    "/** '0101 0111 …' by year. */",
    'export declare const holidaysByYear: Readonly<Record<string, string>>;',
    '',
  ].join('\n'),
);
