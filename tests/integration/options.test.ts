import { expect, test } from 'vitest';
import { nodeHost } from '../../src/host/node.ts';
import { type RenderOptions, render } from '../../src/render.ts';

/** As a program without types gives them. */
const problemsOf = async (options: object) => {
  const given = { host: nodeHost(), today: '2027-01-15', ...options } as RenderOptions;
  const { documents, problems } = await render({ carrier: 'linemo' }, given);
  return { count: documents.length, problems };
};

test.each([
  ['a day beyond all plans', { today: '2199-12-31' }, '2199-12-31'],
  ['no day at all', { today: 'x' }, 'x'],
  ['another paper', { paper: 'C4' }, 'C4'],
  ['another edition', { edition: 'public' }, 'public'],
  ['another document', { documents: ['memo', 'foo'] }, 'foo'],
  ['no list of documents', { documents: 'memo' }, 'memo'],
  ['a list in the list of documents', { documents: [['memo']] }, '["memo"]'],
  ['a list for an edition', { edition: ['share'] }, '["share"]'],
  ['a word for large print', { large: 'false' }, 'false'],
  ['a word for boxes to tick', { fillable: 'no' }, 'no'],
  ['a number for the inspection', { inspectPrint: 1 }, '1'],
  ['a day that is no text', { today: 20270115 }, '20270115'],
  ['a path for a name', { stem: '../../x' }, '../../x'],
  ['a folder for a name', { stem: '..' }, '..'],
  ['an empty name', { stem: '' }, ''],
  ['no templates', { templates: null }, 'null'],
  ['no function', { onStage: 'log' }, 'log'],
])('%s is a Problem of the library too', async (_, options, found) => {
  const { count, problems } = await problemsOf(options);
  expect(count).toBe(0);
  expect(problems).toMatchObject([{ severity: 'error', code: 'bad-option', path: '', values: { found } }]);
  expect(problems[0]?.message.ja).toContain(found);
});

test('a day that the calendar has not is told as one', async () => {
  const { count, problems } = await problemsOf({ today: '2027-02-30' });
  expect(count).toBe(0);
  expect(problems).toMatchObject([{ code: 'invalid-date', path: '', values: { found: '2027-02-30' } }]);
});

test('an option that is none is a Problem, with the one that was meant', async () => {
  const { count, problems } = await problemsOf({ document: 'memo' });
  expect(count).toBe(0);
  expect(problems).toMatchObject([
    { code: 'unknown-render-option', path: '', values: { found: 'document' }, hint: 'documents' },
  ]);
});

test('a document that is asked for twice would be two files of one name', async () => {
  const { count, problems } = await problemsOf({ documents: ['memo', 'memo'] });
  expect(count).toBe(0);
  expect(problems).toMatchObject([{ code: 'document-twice', values: { name: 'memo' } }]);
});

test('without a host and without Node it says what is missing', async () => {
  await expect(render({ carrier: 'au' })).rejects.toThrow('memoryHost');
});

test('what is right is taken', async () => {
  const { count, problems } = await problemsOf({ paper: 'B5', edition: 'blank', documents: ['memo'] });
  expect(problems).toEqual([]);
  expect(count).toBe(1);
});

test('what is too tall for a page is told with the answer that is too long', async () => {
  const input = {
    carrier: 'au',
    holder: { nameKanji: '\u738b'.repeat(120) },
    print: { paper: 'B5', large: true },
  };
  const { problems } = await render(input, { host: nodeHost(), today: '2027-01-15' });
  expect(problems).toMatchObject([{ code: 'box-too-tall', path: 'holder.nameKanji' }]);
});

test('what a page refuses is told with the answer that it comes from', async () => {
  const input = { carrier: 'linemo', holder: { nameRoman: 'WANG \u05d0' } };
  const { problems } = await render(input, { host: nodeHost(), today: '2027-01-15' });
  expect(problems).toMatchObject([{ code: 'missing-glyph', path: 'holder.nameRoman' }]);
});

test('one document is hinted as the list that it has to be', async () => {
  const { problems } = await problemsOf({ documents: 'memo' });
  expect(problems).toMatchObject([{ code: 'bad-option', hint: "['memo']" }]);
});
