import { expect, test } from 'vitest';
import { writeCalendar } from '../../src/calendar/write-calendar.ts';
import type { AnswerKind } from '../../src/case/answer-kinds.ts';
import { answerPaths, kindAt } from '../../src/case/case-fields.ts';
import { readAnswer } from '../../src/case/read-answers.ts';
import type { DumpStage } from '../../src/dump-stage.ts';
import { nodeHost } from '../../src/host/node.ts';
import { createRenderer } from '../../src/render.ts';
import calendarWords from '../../templates/words/calendar.json' with { type: 'json' };
import { everythingIn, printedText } from './support/pdf-words.ts';
import { DOCUMENTS, TODAY } from './support/set-case.ts';

const CALENDAR = { words: calendarWords, owner: 'ntt-docomo', stamp: '2027-01-15T00:00:00Z' };

/** A path of the case, what was written there, and what must not be found again. */
interface Planted {
  path: string;
  value: string | number;
  traces: string[];
}

/** Choices from a list make the kind of case; whatever a person writes by himself is personal. */
function plant(): { full: Record<string, unknown>; bare: Record<string, unknown>; planted: Planted[] } {
  const full: Record<string, unknown> = {};
  const bare: Record<string, unknown> = {};
  const planted: Planted[] = [];
  answerPaths().forEach((path, index) => {
    if (path === 'carrier') {
      full.carrier = bare.carrier = 'ntt-docomo';
      return;
    }
    const kind = kindAt(path.split('.'))!;
    const choice = choiceOf(kind);
    if (choice !== undefined) {
      write(full, path, choice);
      write(bare, path, choice);
      return;
    }
    const written = writtenFor(kind, index, path === 'line.contractStart' ? 2009 : 2031);
    write(full, path, written.value);
    planted.push({ path, ...written });
  });
  write(full, 'line.showNumber', 'full');
  return { full, bare, planted };
}

function choiceOf(kind: AnswerKind): unknown {
  if (kind.kind === 'choice') return kind.values[0];
  if (kind.kind === 'yes-no') return true;
  return kind.kind === 'list' ? [kind.values[0]] : undefined;
}

/**
 * The first form that the field takes: free text, then the stricter ones. Each index gives another marker; the
 * contract begins before everything else.
 */
function writtenFor(
  kind: AnswerKind,
  index: number,
  year: number,
): { value: string | number; traces: string[] } {
  const two = String(index + 10);
  const month = (index % 12) + 1;
  const day = 11 + (index % 17);
  // Digits alone stand in any file, as places and lengths: a day is looked for as it would be written.
  const iso = `${year}-${String(month).padStart(2, '0')}-${day}`;
  const forms: { value: string | number; traces: string[] }[] = [
    { value: `Qzx${two}kanari`, traces: [`Qzx${two}`] },
    { value: `090-9${two}3-7${two}1`, traces: [`-7${two}1`, `0909${two}37${two}1`] },
    { value: `qzx${two}@kanari.example`, traces: [`qzx${two}`, 'kanari'] },
    {
      value: iso,
      traces: [iso, iso.replaceAll('-', ''), `${year}\u5E74`, `${month}\u6708${day}\u65E5`],
    },
    { value: `19:${two}`, traces: [`19:${two}`] },
    { value: 7654000 + index, traces: [String(7654000 + index), `7,654,0${two.slice(-2)}`] },
  ];
  const form = forms.find(({ value }) => readAnswer(value, kind) !== undefined);
  if (!form) throw new Error(`no marker fits ${index}`);
  return form;
}

function write(into: Record<string, unknown>, path: string, value: unknown): void {
  const [first, second] = path.split('.') as [string, string | undefined];
  if (second === undefined) into[first] = value;
  else into[first] = { ...(into[first] as object | undefined), [second]: value };
}

const STAGES: DumpStage[] = ['case', 'facts', 'schedule', 'html', 'tree', 'boxes', 'lines', 'pages', 'text'];
const { full, bare, planted } = plant();
const renderer = createRenderer(nodeHost());
const options = { today: TODAY, documents: DOCUMENTS, stem: 'Qzx99stem' };

const find = (words: string, who: string): string[] =>
  planted.flatMap(({ path, traces }) =>
    traces.filter((trace) => words.includes(trace)).map((trace) => `${who}: ${path} ${trace}`),
  );

test('every answer that a person writes has a marker, and the personal edition shows that they can be found', async () => {
  expect(planted.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      'departure',
      'line.number',
      'holder.nameKanji',
      'visit.time',
      'contactAfter.email',
    ]),
  );
  expect(planted.length).toBeGreaterThan(24);
  const { documents, problems } = await renderer.render(full, options);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const words = documents.map(({ bytes }) => everythingIn(bytes)).join('\n');
  const found = new Set(find(words, 'personal').map((line) => line.split(' ')[1]));
  expect([...found]).toEqual(
    expect.arrayContaining(['holder.nameRoman', 'visit.shop', 'contactAfter.email']),
  );
  expect(documents.every(({ name }) => name.includes('Qzx99stem'))).toBe(true);
  const number = String(planted.find(({ path }) => path === 'line.number')!.value);
  expect(documents.some(({ bytes }) => printedText(bytes).includes(number))).toBe(true);
});

for (const edition of ['share', 'blank'] as const) {
  test(`${edition}: no personal answer is in bytes, names, metadata, dumps or calendar`, async () => {
    const { documents, schedule, problems } = await renderer.render(full, { ...options, edition });
    expect(documents).toHaveLength(DOCUMENTS.length);
    const found = [JSON.stringify(problems), JSON.stringify(schedule)].flatMap((words) =>
      find(words, 'report'),
    );
    const lastFour = String(planted.find(({ path }) => path === 'line.number')!.value).slice(-4);
    for (const { name, bytes } of documents) {
      // Four digits stand in any file by chance, but not in what it prints.
      if (printedText(bytes).includes(lastFour)) found.push(`${name}: last four digits`);
      found.push(...find(everythingIn(bytes), name), ...find(name, 'name'));
      if (name.includes('Qzx')) found.push(`name: ${name}`);
    }
    for (const stage of STAGES) {
      const { text } = await renderer.dump(full, { ...options, edition }, stage);
      found.push(...find(text, stage));
    }
    found.push(...find(writeCalendar(schedule!, CALENDAR), 'ics'));
    expect(found).toEqual([]);
  });

  test(`${edition}: the files are those of a case that never had personal answers`, async () => {
    const [withAnswers, without] = await Promise.all(
      [full, bare].map((input) => renderer.render(input, { ...options, edition })),
    );
    expect(withAnswers!.documents.map(({ name }) => name)).toEqual(
      without!.documents.map(({ name }) => name),
    );
    for (const [index, { bytes }] of withAnswers!.documents.entries())
      expect(Buffer.compare(bytes, without!.documents[index]!.bytes)).toBe(0);
  });
}
