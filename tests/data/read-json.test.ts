import { expect, test } from 'vitest';
import { parseJson } from '../../tools/build/read-json.mjs';

test('a JSON file with a slip is told by its path and line', () => {
  expect(parseJson('data/a.json', '{"a": 1}')).toEqual({ a: 1 });
  expect(() => parseJson('data/a.json', '{\n  "a": 1\n  "b": 2\n}')).toThrow(/^data\/a\.json:3: /u);
});
