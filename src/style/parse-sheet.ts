/**
 * In: the text of a sheet, CSS in syntax. Out: rules with lengths in points.
 * Runs when the package is built, and at run time only for templates of the user's own.
 */
import { type CssNode, type Declaration, generate, type List, parse, type Raw, type Rule } from 'css-tree';
import { PROPERTIES } from './properties.ts';
import type { CompoundSelector, Sheet, SheetPage, SheetPart, SheetValue } from './sheet.ts';

const POINTS_PER: Record<string, number> = { pt: 1, mm: 72 / 25.4, u: 4.5 };

/** Throws an Error that names the place where the sheet is not of the kind that docs/template-guide.md §3 allows. */
export function parseSheet(css: string, fileName: string): Sheet {
  const sheet: Sheet = { parts: [], pages: [] };
  const tree = parse(css, {
    positions: true,
    filename: fileName,
    onParseError: (error) => {
      throw new Error(`${fileName}: ${error.message}`);
    },
  });
  if (tree.type !== 'StyleSheet') throw new Error(`${fileName}: not a style sheet`);
  readRules(tree.children, {}, sheet, fileName);
  return sheet;
}

function readRules(
  nodes: List<CssNode>,
  media: Record<string, string>,
  sheet: Sheet,
  fileName: string,
): void {
  for (const node of nodes) {
    if (node.type === 'Rule') readRule(node, media, sheet, fileName);
    else if (node.type === 'Atrule' && node.name === 'page' && node.block) {
      sheet.pages.push({ media, declarations: readDeclarations(node.block.children, fileName) });
    } else if (node.type === 'Atrule' && node.name === 'media' && node.block && node.prelude) {
      for (const query of generate(node.prelude).split(','))
        readRules(node.block.children, { ...media, ...readMedia(query) }, sheet, fileName);
    } else if (node.type !== 'Comment') {
      throw new Error(`${fileName}:${node.loc?.start.line ?? 0}: only rules, @page and @media stand here`);
    }
  }
}

/** `(paper:B5)and (large:true)` → { paper: 'B5', large: 'true' } */
function readMedia(prelude: string): Record<string, string> {
  return Object.fromEntries(
    [...prelude.matchAll(/\(\s*([\w-]+)\s*:\s*([\w-]+)\s*\)/g)].map((m) => [m[1], m[2]]),
  );
}

function readRule(rule: Rule, media: Record<string, string>, sheet: Sheet, fileName: string): void {
  const declarations = Object.entries(readDeclarations(rule.block.children, fileName)).flatMap(
    ([name, values]) => {
      const property = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined;
      if (!property) throw new Error(`${fileName}: ${name} is not one of the properties of a sheet`);
      return [property.field, property.read(values)];
    },
  );
  if (rule.prelude.type !== 'SelectorList')
    throw new Error(`${fileName}:${rule.loc?.start.line ?? 0}: no selector`);
  const part = partFor(media, sheet);
  for (const selector of rule.prelude.children) {
    const compounds = readSelector(selector, fileName);
    const [key = '*', ...also] = keysOf(compounds[compounds.length - 1] as CompoundSelector);
    const [outermost = null, ...more] = keysOf(compounds[0] as CompoundSelector);
    const isSaidByKeys =
      compounds.every(({ combinator, lang }) => combinator !== 'child' && lang === undefined) &&
      (compounds.length === 1 || (compounds.length === 2 && more.length === 0));
    part.rules.push({
      key,
      also,
      within: compounds.length > 1 ? outermost : null,
      selector: isSaidByKeys ? null : compounds,
      specificity: specificityOf(compounds),
      order: sheet.parts.reduce((sum, { rules }) => sum + rules.length, 0),
      declarations,
    });
  }
}

function partFor(media: Record<string, string>, { parts }: Sheet): SheetPart {
  const text = JSON.stringify(media);
  const known = parts.find((part) => JSON.stringify(part.media) === text);
  if (known) return known;
  const part: SheetPart = { media, rules: [] };
  parts.push(part);
  return part;
}

const keysOf = ({ tag, classes }: CompoundSelector): string[] => [
  ...classes.map((each) => `.${each}`),
  ...(tag === undefined ? [] : [tag]),
];

function readSelector(selector: CssNode, fileName: string): CompoundSelector[] {
  const compounds: CompoundSelector[] = [{ classes: [], combinator: 'none' }];
  if (selector.type !== 'Selector') return compounds;
  for (const part of selector.children) {
    const last = compounds[compounds.length - 1] as CompoundSelector;
    if (part.type === 'TypeSelector') {
      if (part.name !== '*') last.tag = part.name;
    } else if (part.type === 'ClassSelector') last.classes.push(part.name);
    else if (part.type === 'PseudoClassSelector' && part.name === 'lang' && part.children?.first) {
      last.lang = generate(part.children.first);
    } else if (part.type === 'Combinator' && (part.name === ' ' || part.name === '>')) {
      compounds.push({ classes: [], combinator: part.name === ' ' ? 'descendant' : 'child' });
    } else {
      throw new Error(
        `${fileName}:${part.loc?.start.line ?? 0}: ${generate(part)} is not a selector of the sheet`,
      );
    }
  }
  return compounds;
}

const specificityOf = (compounds: CompoundSelector[]): number =>
  compounds.reduce((sum, c) => sum + 100 * (c.classes.length + (c.lang ? 1 : 0)) + (c.tag ? 1 : 0), 0);

function readDeclarations(nodes: List<CssNode>, fileName: string): SheetPage['declarations'] {
  const declarations: SheetPage['declarations'] = {};
  for (const node of nodes) {
    if (node.type === 'Declaration') declarations[node.property] = readValue(node, fileName);
  }
  return declarations;
}

function readValue(declaration: Declaration, fileName: string): SheetValue[] {
  if (declaration.value.type === 'Raw')
    throw new Error(`${fileName}: ${(declaration.value as Raw).value} is not a value`);
  const values: SheetValue[] = [];
  for (const node of declaration.value.children) {
    if (node.type === 'Number') values.push(Number(node.value));
    else if (node.type === 'Identifier') values.push(node.name);
    else if (node.type === 'Dimension' && node.unit === 'fr') values.push({ fr: Number(node.value) });
    else if (node.type === 'Dimension' && POINTS_PER[node.unit] !== undefined) {
      values.push(Number(node.value) * (POINTS_PER[node.unit] as number));
    } else {
      const line = declaration.loc?.start.line ?? 0;
      throw new Error(
        `${fileName}:${line}: ${declaration.property}: ${generate(node)} is not a value of the sheet`,
      );
    }
  }
  return values;
}
