import { expect, test } from 'vitest';
import { checkValues } from '../../src/document/check-values.ts';
import type { TreeElement } from '../../src/document/types.ts';
import { everyScenario, sampledScenarios } from './support/scenarios.ts';
import { DOCUMENTS, fillDocument, planCase, Setter, treeOf } from './support/set-case.ts';
import { DRAWN } from './support/text-of.ts';

/** A rule across the page is a section with a border and nothing in it. */
const RULES = new Set(['closing-rule']);
/** A value that was not there, or a mark that lost its sentence. */
const BROKEN = /undefined|null|NaN|\[object|\{\{|\}\}|[。，、；][。，、；]|（）|“”|「」|^[。，、；：）]/u;

interface Content {
  isEmpty: boolean;
  text: string;
  hasBlocks: boolean;
}

const HOLDERS = new Set('section ul ol li table tbody p h1 h2 h3 keep'.split(' '));
const BLOCKS = new Set('section p ul ol table answer'.split(' '));

/** Looks at each element once, from the inside out. */
function findFaults(element: TreeElement, faults: string[]): Content {
  let isEmpty = !DRAWN.has(element.name);
  let text = '';
  let hasBlocks = false;
  for (const child of element.children) {
    if (child.kind === 'text') {
      text += child.text;
      if (child.text.trim() !== '') isEmpty = false;
      continue;
    }
    const inner = findFaults(child, faults);
    if (!inner.isEmpty) isEmpty = false;
    if (child.name !== 'rt') text += inner.text;
    if (inner.hasBlocks || BLOCKS.has(child.name)) hasBlocks = true;
  }
  const { name, className } = element;
  if (isEmpty && HOLDERS.has(name) && !className.split(' ').some((each) => RULES.has(each)))
    faults.push(`empty ${name}.${className}`);
  if (!hasBlocks && BROKEN.test(text)) faults.push(`broken ${name}.${className} ${text}`);
  return { isEmpty, text: hasBlocks ? '' : text, hasBlocks };
}

/** Steps that stand for who goes by this channel. */
const STEP_CHANNELS: Readonly<Record<string, string>> = {
  'book-shop': 'shop',
  'apply-online': 'web',
  'apply-by-phone': 'phone',
};

test('every carrier, reason, channel, departure and edition fills every document', {
  timeout: 120_000,
}, () => {
  const faults = new Map<string, string>();
  const scenarios = everyScenario();
  expect(scenarios.length).toBeGreaterThan(2500);
  const seen = new Set<string>();
  for (const { name, input, edition } of scenarios) {
    const planned = planCase(input, { edition });
    const asked = (input.visit as { channel: string }).channel;
    const { channel } = planned.view.checklist.visit;
    for (const { id } of planned.schedule.steps) {
      const needed = STEP_CHANNELS[id];
      if (needed !== undefined && needed !== channel) faults.set(`${id} without its channel`, name);
    }
    // A channel that the carrier lacks is replaced by one that it has, which has its own turn.
    if (asked !== 'undecided' && asked !== channel) continue;
    for (const problem of planned.problems)
      if (problem.severity === 'error') faults.set(JSON.stringify(problem), name);
    for (const document of DOCUMENTS) {
      const html = fillDocument(document, planned);
      if (seen.has(html)) continue;
      seen.add(html);
      const { root, problems } = treeOf(html);
      // Ours is what users begin their own from: it passes what theirs has to pass.
      for (const problem of [...problems, ...checkValues(root)])
        faults.set(`${document} ${JSON.stringify(problem)}`, name);
      const found: string[] = [];
      findFaults(root, found);
      for (const fault of found) faults.set(`${document} ${fault}`, name);
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
