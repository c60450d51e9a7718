import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRows } from '../../src/batch/read-rows.ts';
import { RefusedBatch } from '../../src/batch/refused-batch.ts';
import { reportLine } from '../../src/batch/report-line.ts';
import { inShard, parseShard } from '../../src/batch/shard.ts';
import { readHeader } from '../../src/batch/table-header.ts';
import type { Row } from '../../src/batch/types.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaiyaku-rows-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function rowsOf(name: string, content: string | Uint8Array): Promise<Row[]> {
  const file = join(folder, name);
  writeFileSync(file, content);
  const rows: Row[] = [];
  for await (const row of readRows(file)) rows.push(row);
  return rows;
}
async function codeOf(name: string, content: string | Uint8Array): Promise<string> {
  try {
    await rowsOf(name, content);
    return 'none';
  } catch (error) {
    if (error instanceof RefusedBatch) return error.problem.code;
    throw error;
  }
}
const brief = (rows: Row[]) =>
  rows.map(({ number, name, source, problems }) => [
    number,
    name,
    source.kind === 'input' ? source.input : source.kind === 'file' ? source.path : null,
    problems.map(({ code }) => code).join(),
  ]);

test('a table: dotted paths as its header, values read as the kind of their column, empty cells unanswered', async () => {
  const table = [
    '\uFEFFname,carrier,line.closingDay,line.pinKnown,visit.shop,accounts,papers.0',
    'wang,au,10,true,"a, b\nc","[wechat, line]",passport',
    ',"linemo",,,12,,',
    '',
  ].join('\r\n');
  expect(brief(await rowsOf('a.csv', table))).toEqual([
    [
      1,
      'wang',
      {
        carrier: 'au',
        line: { closingDay: '10', pinKnown: true },
        visit: { shop: 'a, b c' },
        accounts: ['wechat', 'line'],
        papers: ['passport'],
      },
      '',
    ],
    [2, 'row-000002', { carrier: 'linemo', visit: { shop: '12' } }, ''],
  ]);
});

test('rows that can not be used are told and do not stop the others', async () => {
  const table = 'name,carrier\nok-1,au\nBad Name,au\nok-1,au\nrow-000001,au\nau,au,au\nok-2,au\n';
  expect(
    (await rowsOf('b.csv', table)).map(({ name, problems }) => `${name} ${problems.map(({ code }) => code)}`),
  ).toEqual([
    'ok-1 ',
    'row-000002 bad-name',
    'ok-1 same-output-name',
    'row-000004 bad-name',
    'row-000005 column-without-name',
    'ok-2 ',
  ]);
});

test('a list of cases, one JSON a line', async () => {
  const lines = '{"carrier":"au","name":"a"}\n\n{"carrier":\n{"carrier":"linemo"}\n[1]\n"au"\r\n';
  expect(brief(await rowsOf('c.ndjson', lines))).toEqual([
    [1, 'a', { carrier: 'au' }, ''],
    [2, 'row-000002', null, 'not-json'],
    [3, 'row-000003', { carrier: 'linemo' }, ''],
    [4, 'row-000004', [1], ''],
    [5, 'row-000005', 'au', ''],
  ]);
});

test('a folder of case files, in the order of their names', async () => {
  const rows: Row[] = [];
  for await (const row of readRows('examples')) rows.push(row);
  expect(rows.map(({ name }) => name).slice(0, 3)).toEqual(['ahamo-online', 'au-leaving', 'gtn']);
  expect(rows.at(-1)?.progress).toBe(1);
});

test.each<[string, string, string | Uint8Array, string]>([
  ['an unknown column', 'd.csv', 'carrier,colour\nau,red\n', 'unknown-column'],
  ['a header alone', 'e.csv', 'carrier\n', 'no-rows'],
  ['an empty list', 'f.ndjson', '\n\n', 'no-rows'],
  ['a column that stands twice', 'i.csv', 'carrier,name,carrier\nau,x,ahamo\n', 'column-twice'],
  ['one case in JSON', 'j.json', '{"carrier":"au"}\n', 'single-case'],
  ['one case in YAML', 'k.yaml', 'carrier: au\n', 'single-case'],
  ['an open quote in the header', 'g.csv', 'carrier,"name\nau,x\n', 'not-csv'],
  ['Shift JIS', 'h.csv', new Uint8Array([0x63, 0x0a, 0x83, 0x6a, 0x0a]), 'table-not-utf-8'],
  ['Shift JIS in a list', 'h.ndjson', new Uint8Array([0x83, 0x6a, 0x0a]), 'not-utf-8'],
  ['a workbook', 'l.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'excel-workbook'],
  ['a workbook of before', 'm.csv', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'excel-workbook'],
  ['a list and an item of it', 'n.csv', 'carrier,papers.1,papers\nau,x,y\n', 'list-column-twice'],
  ['an item of a list by two names', 'o.csv', 'carrier,papers.0,papers.00\n', 'unknown-column'],
  ['semicolons and an unknown column', 'p.csv', 'carrier;colour\nau;red\n', 'wrong-separator'],
  ['tabs and an unknown column', 'q.csv', 'carrier\tcolour\nau\tred\n', 'wrong-separator'],
])('%s ends the reading', async (_, name, content, code) => {
  expect(await codeOf(name, content)).toBe(code);
});

test('a quote that is never closed is the last row: what stands before it is read', async () => {
  const before = Array.from({ length: 5000 }, () => 'au,\n').join('');
  const rows = await rowsOf('open.csv', `carrier,name\n${before}au,"oops\nau,x\nau,y\n`);
  expect(rows).toHaveLength(5001);
  expect(brief(rows.slice(-2))).toEqual([
    [5000, 'row-005000', { carrier: 'au' }, ''],
    [5001, 'row-005001', null, 'not-csv'],
  ]);
  expect(rows.at(-1)?.problems[0]?.values?.line).toBe(5002);
});

test('a line longer than any case is a row with a Problem, however long it is', async () => {
  const long = `{"carrier":"${'x'.repeat(3_000_000)}"}\n{"carrier":"au"}\n`;
  expect(brief(await rowsOf('long.ndjson', long))).toEqual([
    [1, 'row-000001', null, 'file-too-large'],
    [2, 'row-000002', { carrier: 'au' }, ''],
  ]);
});

test('brackets in brackets are a row with a Problem, in a list and in a cell', async () => {
  const deep = `${'['.repeat(60_000)}${']'.repeat(60_000)}`;
  const list = `{"carrier":"au","line":${deep}}\n{"carrier":"au"}\n`;
  expect(brief(await rowsOf('deep.ndjson', list))).toEqual([
    [1, 'row-000001', null, 'nested-too-deep'],
    [2, 'row-000002', { carrier: 'au' }, ''],
  ]);
  // In a cell they are text.
  const hidden = `${'[ # ]\n'.repeat(20_000)}${']'.repeat(20_000)}`;
  expect(brief(await rowsOf('deep.csv', `carrier\n"${hidden}"\nau\n`))).toEqual([
    [1, 'row-000001', { carrier: hidden.replaceAll('\n', ' ') }, ''],
    [2, 'row-000002', { carrier: 'au' }, ''],
  ]);
});

test('a source that is not there, or stands below a file', async () => {
  writeFileSync(join(folder, 'file.csv'), 'carrier\nau\n');
  const open = (name: string) => () => readRows(join(folder, name));
  expect(open('gone.csv')).toThrow('file-not-found');
  // Windows does not tell the two apart.
  expect(open('file.csv/x')).toThrow(process.platform === 'win32' ? 'file-not-found' : 'file-not-readable');
});

test('every row is in exactly one shard', () => {
  for (let row = 1; row <= 50; row++) {
    const shards = [1, 2, 3, 4, 5, 6, 7].filter((index) => inShard(row, { index, count: 7 }));
    expect(shards).toHaveLength(1);
  }
  expect(['0/2', '3/2', '1', 'a/b', '-1/2'].map(parseShard)).toEqual([null, null, null, null, null]);
  expect(parseShard('2/8')).toEqual({ index: 2, count: 8 });
});

test('cells of the report are no formulas', () => {
  const line = (file: string, problem: string) =>
    reportLine({ row: 1, line: 2, files: [file], status: 'fault', problems: [], fault: problem, ms: 1.4 });
  expect(line('=1+1', '-x "q", y')).toBe(`1,'=1+1,fault,"'-x ""q"", y",1,2,,\n`);
  expect(line('+a', '@b')).toBe("1,'+a,fault,'@b,1,2,,\n");
  // Japanese input methods make full-width ones, which are read as formulas too.
  expect(line('\uff1d1', '\uff20b')).toBe("1,'\uff1d1,fault,'\uff20b,1,2,,\n");
});

test('a quote in the middle of a cell is a mistake of the file', async () => {
  const rows = await rowsOf('quote.csv', 'carrier,name\nau,a"b\n');
  expect(rows.at(-1)?.problems).toMatchObject([
    { code: 'not-csv', values: { line: 2, reason: 'INVALID_OPENING_QUOTE' } },
  ]);
});

const places = (rows: Row[]) => rows.map(({ number, line }) => `${number}/${line}`);

test('lines are counted as spreadsheets do: empty rows are passed over, and a break inside quotes begins none', async () => {
  const table = 'carrier,visit.shop\n"au","a\nb"\n\n,,\nlinemo\n';
  expect(places(await rowsOf('lines.csv', table))).toEqual(['1/2', '4/5']);
  expect(places(await rowsOf('late.csv', `\n,\n${table}`))).toEqual(['1/4', '4/7']);
  const list = '{"carrier":"au"}\n\n{"carrier":"au"}\n';
  expect(places(await rowsOf('lines.ndjson', list))).toEqual(['1/1', '2/3']);
});

test('cells may be missing at the end; columns without a heading may hold nothing', async () => {
  const table = 'carrier,,line.closingDay,\nau\nau,,10,,,\nau,,10,x\nau,y\nau,,,,,z\n';
  expect(
    (await rowsOf('cells.csv', table)).map(({ source, problems }) => [
      source.kind === 'input' && source.input,
      ...problems.map(({ values }) => values?.column),
    ]),
  ).toEqual([
    [{ carrier: 'au' }],
    [{ carrier: 'au', line: { closingDay: '10' } }],
    [false, 4],
    [false, 2],
    [false, 6],
  ]);
});

test('columns whose heading begins with # are not read', async () => {
  const table = '#no,carrier,\uff03note,#no\n21A1,au,x,\n';
  expect(brief(await rowsOf('notes.csv', table))).toEqual([[1, 'row-000001', { carrier: 'au' }, '']]);
});

test.each<[string, string, string | undefined]>([
  ['carrier,closingday', 'closingday', 'line.closingDay'],
  ['Carrier', 'Carrier', 'carrier'],
  ['carrier,date', 'date', 'visit.date'],
  ['carrier,line.ClosingDay', 'line.ClosingDay', 'line.closingDay'],
  ['carrier,holder.sim', 'holder.sim', 'line.sim'],
  ['carrier,colour', 'colour', undefined],
  ['Carrier,colour,shop', 'Carrier, colour, shop', 'carrier (Carrier), visit.shop (shop)'],
])('unknown columns of %j are told at once', async (header, found, hint) => {
  await expect(rowsOf('unknown.csv', `${header}\nau\n`)).rejects.toMatchObject({
    problem: { code: 'unknown-column', values: { found }, ...(hint === undefined ? {} : { hint }) },
  });
});

test.each<[string, string | Uint8Array]>([
  ['tabs', 'carrier\tvisit.shop\t#\nau\t"a, b; c"\n'],
  ['semicolons', '"carrier";visit.shop\nau;"a, b; c"\n'],
  [
    'UTF-16, as Excel writes Unicode text',
    Buffer.from('\uFEFFcarrier\tvisit.shop\r\nau\t"a, b; c"\r\n', 'utf16le'),
  ],
  [
    'UTF-16, the other way round',
    Buffer.from('\uFEFFcarrier,visit.shop\nau,"a, b; c"\n', 'utf16le').swap16(),
  ],
])('%s', async (_, content) => {
  expect(brief(await rowsOf('sure.csv', content))).toEqual([
    [1, 'row-000001', { carrier: 'au', visit: { shop: 'a, b; c' } }, ''],
  ]);
});

test.each(['21A1234', 'Wang', 'wang_x', '\u738b\u6653\u660e', '\u30ac\u30eb', '2-b', 'CON'])(
  '%s is a name',
  async (name) => {
    expect(brief(await rowsOf('names.csv', `name,carrier\n${name},au\n`))).toEqual([
      [1, name, { carrier: 'au' }, ''],
    ]);
  },
);

test.each(['a/b', 'a\\b', '..', 'a.b', 'a b', 'a:b', '-a', 'Row-1', 'a\u0007', 'a\u202eb', 'x'.repeat(61)])(
  '%j is none',
  async (name) => {
    const [row] = await rowsOf('none.csv', `name,carrier\n${name},au\n`);
    expect(row).toMatchObject({ name: 'row-000001', problems: [{ code: 'bad-name', path: 'name' }] });
  },
);

test('names that are one file on some disks are given once', async () => {
  const names = ['Wang', 'wANG', '\u30ac', '\u30ab\u3099', '\uff37ang'];
  const rows = await rowsOf('twice.csv', `name,carrier\n${names.join(',au\n')},au\n`);
  expect(rows.map(({ problems }) => problems.map(({ code }) => code).join())).toEqual([
    '',
    'same-output-name',
    '',
    'same-output-name',
    'same-output-name',
  ]);
});

test('a key that stands twice in a line is told', async () => {
  const [row] = await rowsOf('twice.ndjson', '{"carrier":"au","carrier":"linemo"}\n');
  expect(row?.problems).toMatchObject([{ code: 'duplicate-key', values: { line: 1 } }]);
});

test('a card number as a heading is not repeated', () => {
  expect(() => readHeader(['carrier', '4111 1111 1111 1111'])).toThrow(
    expect.objectContaining({
      problem: expect.objectContaining({ values: { found: '\u2022\u2022\u2022' } }),
    }),
  );
});
