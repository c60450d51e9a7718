/** The logical structure as poppler reads it. */
import { describe, expect, test } from 'vitest';
import { readWith } from './support/run.ts';
import { readPages, samples, visibleText, withoutSpace } from './support/samples.ts';

interface Line {
  depth: number;
  type: string;
}

function readStructure(path: string): Line[] {
  const lines = readWith('pdfinfo', ['-struct', path]).split('\n');
  const elements: Line[] = [];
  for (const line of lines) {
    const found = /^( *)([A-Z]\w*)(?: <[^>]*>)?(?: \((?:block|inline)\))?:?$/.exec(line);
    if (found) elements.push({ depth: found[1]!.length / 2, type: found[2]! });
  }
  return elements;
}

/** What may stand directly in what (ISO 32000-1 §14.8.4); other types are free. */
const parents: Record<string, string[]> = {
  LI: ['L'],
  Lbl: ['LI'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  RB: ['Ruby'],
  RT: ['Ruby'],
};

describe.each(samples)('$name', (sample) => {
  const elements = readStructure(sample.path);

  test('elements stand where they may', () => {
    expect(elements[0]).toEqual({ depth: 0, type: 'Document' });
    elements.forEach(({ depth, type }, index) => {
      const allowed = parents[type];
      if (!allowed) return;
      const parent = elements.slice(0, index).findLast((element) => element.depth === depth - 1);
      expect(allowed, `${type} in ${parent?.type}`).toContain(parent?.type);
    });
  });

  test('headings begin with H1 and skip no level', () => {
    const levels = elements.flatMap(({ type }) => (/^H[1-6]$/.test(type) ? [Number(type[1])] : []));
    expect(levels[0]).toBe(1);
    levels.forEach((level, index) => {
      if (index > 0) expect(level).toBeLessThanOrEqual(levels[index - 1]! + 1);
    });
  });

  test('a list item has a label or a body, a ruby its base and reading', () => {
    elements.forEach(({ depth, type }, index) => {
      const end = elements.findIndex((element, at) => at > index && element.depth <= depth);
      const inside = elements.slice(index + 1, end === -1 ? undefined : end);
      const kids = inside.filter((element) => element.depth === depth + 1).map((element) => element.type);
      if (type === 'LI') expect(kids).toContain('LBody');
      if (type === 'Ruby') expect(kids).toEqual(['RB', 'RT']);
      if (type === 'L') expect([...new Set(kids)].filter((kid) => kid !== 'L')).toEqual(['LI']);
    });
  });
});

/** The texts of the tree, but for readings: they stand beside their bases there, and behind their paragraph on the page. */
function readTexts(tree: string): string[] {
  const found: string[] = [];
  let reading = Number.POSITIVE_INFINITY;
  for (const line of tree.split('\n')) {
    const depth = line.search(/\S/);
    if (depth <= reading) reading = /^ *RT\b/.test(line) ? depth : Number.POSITIVE_INFINITY;
    const text = /^ *"(.*)"$/.exec(line)?.[1];
    if (text !== undefined && depth < reading) found.push(text);
  }
  return found;
}

/** Poppler takes a second or two for each: copies for others, which are built alike, are left out. */
test.each(samples.filter(({ name }) => !/ (?:share|blank) /u.test(name)))(
  '$name: the structure holds all that is no artifact, in the order of the pages',
  (sample) => {
    const tree = readWith('pdfinfo', ['-struct-text', sample.path]);
    const texts = readPages(sample).flatMap((page) => page.texts);
    const content = texts.filter(({ role }) => !['artifact', 'RT'].includes(role)).map(visibleText);
    const [heard, painted] = whatDiffers(
      withoutSpace(readTexts(tree).join('')),
      withoutSpace(content.join('')),
    );
    // Events of a time line are heard by their days; on paper they stand where they have room.
    expect([...heard].sort()).toEqual([...painted].sort());
    expect(heard.length).toBeLessThan(sample.name.endsWith('checklist') ? 250 : 1);
  },
);

/** What is left of two texts without what they begin and end with alike. */
function whatDiffers(a: string, b: string): [string, string] {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

/** Samples whose wording does not change; the name of an example may join them when its wording stands. */
const goldens = ['sampler', 'sampler-fillable'];

test.each(samples.filter(({ name }) => goldens.includes(name)))(
  '$name, with its text',
  async ({ name, path }) => {
    const text = readWith('pdfinfo', ['-struct-text', path]);
    // Spaces inside of texts are guessed by the reader, differently from version to version.
    const lines = text.split('\n').map((line) => line.replace(/".*"$/, withoutSpace));
    const file = `../golden/readers/${name.replaceAll(' ', '-')}.txt`;
    await expect(lines.join('\n')).toMatchFileSnapshot(file);
  },
);
