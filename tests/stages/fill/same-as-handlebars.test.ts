/**
 * The templates are in Handlebars' language: Handlebars itself, in strict mode, fills them to the same characters.
 * Those of the package lack white space between blocks: the document is the same.
 */
import { readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { templates } from '#templates';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { compileTemplates } from '../../../src/fill/compile-templates.ts';
import { fillTemplate } from '../../../src/fill/fill-template.ts';
import { type Helpers, Markup, makeHelpers } from '../../../src/fill/helpers.ts';
import { filesBelow } from '../../support/files-below.ts';
import { carrierIds, viewOf } from './fill-case.ts';

const DOCUMENTS = ['checklist', 'memo', 'letter'] as const;
/** Comparison is a part of our language; Handlebars wants a helper for it. */
const helpers: Helpers = { ...makeHelpers(templates), eq: ([left, right]) => left === right };

function readSources(folder: string, prefix: string): [string, string][] {
  return filesBelow(folder, '.hbs').map((name) => [
    prefix + name.slice(0, -4),
    readFileSync(`${folder}/${name}`, 'utf8').replace(/\n$/u, ''),
  ]);
}

function sourcesOf(document: string): Record<string, string> {
  return Object.fromEntries([
    ...readSources(`templates/${document}`, ''),
    ...readSources('templates/shared', 'shared/'),
  ]);
}

function peer(sources: Record<string, string>): Handlebars.TemplateDelegate {
  const handlebars = Handlebars.create();
  for (const [name, helper] of Object.entries(helpers)) {
    handlebars.registerHelper(name, (...parameters: unknown[]) => {
      const options = parameters.pop() as Handlebars.HelperOptions;
      const result = helper(parameters, { root: options.data.root, hash: options.hash });
      return result instanceof Markup ? new Handlebars.SafeString(result.html) : result;
    });
  }
  const knownHelpers = Object.fromEntries(Object.keys(helpers).map((name) => [name, true]));
  const options = { strict: true, knownHelpersOnly: true, knownHelpers };
  for (const [name, source] of Object.entries(sources)) {
    handlebars.registerPartial(name, handlebars.compile(source, options));
  }
  return handlebars.compile(sources.main ?? '', options);
}

const examples = readdirSync('examples')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => parse(readFileSync(`examples/${name}`, 'utf8')) as object);
const views = [
  ...examples.flatMap((example) =>
    (['personal', 'share', 'blank'] as const).map((edition) => viewOf(example, { edition })),
  ),
  ...carrierIds.flatMap((carrier) =>
    (['shop', 'web', 'phone'] as const).map((channel, index) =>
      viewOf({
        carrier,
        departure: '2027-03-28',
        visit: { channel },
        holder: { nameRoman: 'A & B <i>"\'`=' },
        line: { numberPlan: (['cancel', 'port-out', 'park'] as const)[index] ?? 'cancel' },
        print: { ruby: 'both' },
      }),
    ),
  ),
];

test.each(DOCUMENTS)('%s', (document) => {
  const sources = sourcesOf(document);
  const fill = peer(sources);
  const own = compileTemplates(sources, templates.documents[document].tables);
  const set = { ...templates, documents: { ...templates.documents, [document]: own } };
  for (const view of views) {
    const { html } = fillTemplate(document, view, set);
    expect(html).toBe(fill(view[document]));
    const trimmed = fillTemplate(document, view, templates).html;
    expect(trimmed.length).toBeLessThan(html.length);
    expect(parseDocument(trimmed)).toEqual(parseDocument(html));
  }
});
