import { expect, test } from 'vitest';
import type { TreeElement } from '../../src/document/types.ts';
import { everyScenario, sampledScenarios } from './support/scenarios.ts';
import { DOCUMENTS, fillDocument, planCase, Setter, treeOf } from './support/set-case.ts';
import { elementsOf, isEmpty, textOf } from './support/text-of.ts';

/** A rule across the page is a section with a border and nothing in it. */
const RULES = new Set(['closing-rule']);
/** A value that was not there, or a mark that lost its sentence. */
const BROKEN = /undefined|null|NaN|\[object|\{\{|\}\}|[。，、；][。，、；]|（）|“”|「」|^[。，、；：）]/u;

function findFaults(root: TreeElement): string[] {
  const faults: string[] = [];
  for (const element of elementsOf(root)) {
    const { name, classes, children } = element;
    const shown = `${name}.${classes.join('.')}`;
    if (['section', 'ul', 'ol', 'li', 'table', 'tbody', 'p', 'h1', 'h2', 'h3', 'keep'].includes(name)) {
      if (isEmpty(element) && !classes.some((each) => RULES.has(each))) faults.push(`empty ${shown}`);
    }
    if (children.every((child) => child.kind === 'text' || !['section', 'p', 'ul'].includes(child.name))) {
      const text = textOf(element);
      if (BROKEN.test(text)) faults.push(`broken ${shown} ${text}`);
    }
  }
  return faults;
}

test('every carrier, reason, channel, departure and edition fills every document', {
  timeout: 120_000,
}, () => {
  const faults = new Map<string, string>();
  const scenarios = everyScenario();
  expect(scenarios.length).toBeGreaterThan(3000);
  const seen = new Set<string>();
  for (const { name, input, edition } of scenarios) {
    const planned = planCase(input, { edition });
    const asked = (input.visit as { channel: string }).channel;
    const { channel } = planned.view.checklist.visit;
    // A channel that the carrier lacks is replaced by one that it has, which has its own turn.
    if (asked !== 'undecided' && asked !== channel) continue;
    for (const problem of planned.problems)
      if (problem.severity === 'error') faults.set(JSON.stringify(problem), name);
    for (const document of DOCUMENTS) {
      const html = fillDocument(document, planned);
      if (seen.has(html)) continue;
      seen.add(html);
      const { root, problems } = treeOf(html);
      for (const problem of problems) faults.set(`${document} ${JSON.stringify(problem)}`, name);
      for (const fault of findFaults(root)) faults.set(`${document} ${fault}`, name);
    }
  }
  expect([...faults].map(([fault, name]) => `${fault} ← ${name}`)).toEqual([]);
});

test('a sample in which every two answers meet is set without a Problem', { timeout: 120_000 }, async () => {
  const setter = new Setter();
  const faults = new Map<string, string>();
  const scenarios = sampledScenarios();
  for (const { name, input, edition } of scenarios) {
    const planned = planCase(input, { edition });
    for (const document of DOCUMENTS) {
      const { pages, problems } = await setter.setHtml(
        fillDocument(document, planned),
        document,
        planned.view,
      );
      for (const problem of problems) faults.set(`${document} ${JSON.stringify(problem)}`, name);
      pages?.pages.forEach((page, index) => {
        if (!page.items.some((item) => item.kind === 'text' && item.struct !== null))
          faults.set(`${document} page ${index + 1} is empty`, name);
      });
    }
  }
  expect([...faults].map(([fault, name]) => `${fault} ← ${name}`)).toEqual([]);
});
