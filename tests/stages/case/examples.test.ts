import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseCase } from '../../../src/case/parse-case.ts';
import { validateCase } from '../../../src/case/validate-case.ts';

const EXAMPLES = readdirSync('examples').filter((file) => file.endsWith('.yaml'));

test('there are twelve examples, one a situation', () => {
  expect(EXAMPLES).toEqual([
    'ahamo-online.yaml',
    'au-leaving.yaml',
    'gtn.yaml',
    'iijmio.yaml',
    'leaving-japan.yaml',
    'linemo.yaml',
    'mineo.yaml',
    'povo-park.yaml',
    'rakuten-port-out.yaml',
    'sakura.yaml',
    'softbank-family-hikari.yaml',
    'ymobile.yaml',
  ]);
});

test.each(EXAMPLES)('%s is valid, names the schema and is commented in both languages', (file) => {
  const text = readFileSync(`examples/${file}`, 'utf8');
  expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../data/schema/case.schema.json');
  expect(text).toMatch(/^# .*\p{Script=Han}/mu);
  const parsed = parseCase(text, file);
  expect(parsed.problems).toEqual([]);
  expect(validateCase(parsed.value).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});
