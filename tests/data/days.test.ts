import { expect, test } from 'vitest';
import { citedNodes, readJson, sourced } from './data-files.ts';

const asOf = readJson<{ asOf: string }>('fields.json').asOf;

function isRealDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day;
}

test('the day of the data is the newest reading', () => {
  const read = sourced.flatMap(([, body]) => citedNodes(body).map(([, node]) => String(node.checkedOn)));
  expect(read.toSorted().at(-1)).toBe(asOf);
});

test.each(sourced)('%s: facts were read on a real day, none after the day of the data', (_name, body) => {
  for (const [path, node] of citedNodes(body)) {
    const day = String(node.checkedOn);
    expect(isRealDay(day), path).toBe(true);
    expect(day <= asOf, path).toBe(true);
  }
});

test.each(sourced)('%s: no page is younger than its reading', (_name, _body, sources) => {
  for (const { id, pageDate } of sources) expect((pageDate ?? '') <= asOf, id).toBe(true);
});
