/**
 * In: the text of a sheet, CSS in syntax. Out: rules with lengths in points.
 * Runs when the package is built, and at run time only for templates of the user's own.
 */
import { type CssNode, type Declaration, generate, type List, parse, type Raw, type Rule } from 'css-tree';
import { faultOf, InputFault } from '../problem.ts';
import { MEDIA, PAGE_PROPERTIES, PROPERTIES, type WrittenValue } from './properties.ts';
import type { CompoundSelector, Sheet, SheetPart } from './sheet.ts';

const POINTS_PER: Record<string, number> = { pt: 1, mm: 72 / 25.4, u: 4.5 };

/** Throws an Error that names the place where the sheet is not of the kind that docs/template-guide.md §3 allows. */
export function parseSheet(css: string, fileName: string): Sheet {
  const sheet: Sheet = { parts: [], pages: [] };
  const tree = parse(css, {
    positions: true,
    filename: fileName,
    onParseError: ({ message, line, column }: SheetError) => {
      const fault = { code: 'sheet-not-readable', values: {}, place: `${line}:${column}` };
      throw new InputFault(`${fileName}:${line}: ${message}`, fault);
    },
  });
  if (tree.type !== 'StyleSheet') throw new Error(`${fileName}: not a style sheet`);
  readRules(tree.children, {}, sheet, fileName);
  return sheet;
}

/** The types of css-tree leave out where it is. */
interface SheetError {
  message: string;
  line?: number;
  column?: number;
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
      const declarations: Record<string, number[]> = {};
      for (const declared of readDeclarations(node.block.children, fileName))
        declarations[declared.name] = readAs(PAGE_PROPERTIES, declared, (read) => read, fileName);
      sheet.pages.push({ media, declarations });
    } else if (node.type === 'Atrule' && node.name === 'media' && node.block && node.prelude) {
      const place = `${fileName}:${node.loc?.start.line ?? 0}`;
      for (const query of generate(node.prelude).split(','))
        readRules(node.block.children, { ...media, ...readMedia(query, place) }, sheet, fileName);
    } else if (node.type !== 'Comment') {
      throw new Error(`${fileName}:${node.loc?.start.line ?? 0}: only rules, @page and @media stand here`);
    }
  }
}

/** `(paper:B5)and (large:true)` → { paper: 'B5', large: 'true' } */
function readMedia(prelude: string, place: string): Record<string, string> {
  const media: Record<string, string> = {};
  for (const part of prelude.split(/\band\b/u)) {
    const [, feature = '', value = ''] = /^\s*\(\s*([\w-]+)\s*:\s*([\w-]+)\s*\)\s*$/u.exec(part) ?? [];
    const values = Object.hasOwn(MEDIA, feature) ? MEDIA[feature] : undefined;
    if (!values?.includes(value)) throw new Error(`${place}: ${part.trim()} is not a medium of the sheet`);
    media[feature] = value;
  }
  return media;
}

function readRule(rule: Rule, media: Record<string, string>, sheet: Sheet, fileName: string): void {
  const declarations = readDeclarations(rule.block.children, fileName).flatMap((declared) =>
    readAs(
      PROPERTIES,
      declared,
      ({ field, read }) =>
        (values) => [field, read(values)],
      fileName,
    ),
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

interface Declared {
  name: string;
  values: WrittenValue[];
  /** In the file. */
  line: number;
}

/** What a declaration says, read as its property is read. */
function readAs<P, T>(
  properties: Readonly<Record<string, P>>,
  { name, values, line }: Declared,
  readerOf: (property: P) => (values: readonly WrittenValue[]) => T,
  fileName: string,
): T {
  const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (!property) {
    const message = `${fileName}:${line}: ${name} is not one of the properties of a sheet`;
    const known = Object.keys(properties);
    const values = { property: name };
    throw new InputFault(message, { code: 'unknown-property', values, place: `${line}`, found: name, known });
  }
  try {
    return readerOf(property)(values);
  } catch (error) {
    const message = `${fileName}:${line}: ${name} ${(error as Error).message}`;
    const fault = faultOf(error as Error);
    if (!fault) throw error;
    throw new InputFault(message, {
      ...fault,
      values: { property: name, ...fault.values },
      place: `${line}`,
    });
  }
}

/** Of two of one name the later holds, in the place of the first. */
function readDeclarations(nodes: List<CssNode>, fileName: string): Declared[] {
  const declared = new Map<string, Declared>();
  for (const node of nodes) {
    const line = node.loc?.start.line ?? 0;
    if (node.type === 'Declaration' && node.important === false)
      declared.set(node.property, { name: node.property, values: readValue(node, fileName), line });
    else if (node.type !== 'Comment')
      throw new Error(`${fileName}:${line}: ${generate(node)} is not a declaration of the sheet`);
  }
  return [...declared.values()];
}

function readValue(declaration: Declaration, fileName: string): WrittenValue[] {
  const line = declaration.loc?.start.line ?? 0;
  const refuse = (value: string): never => {
    const { property } = declaration;
    const values = { property, wanted: 'pt, mm, u' };
    throw new InputFault(`${fileName}:${line}: ${property}: ${value} is not a value of the sheet`, {
      code: 'wrong-property-value',
      values,
      place: `${line}`,
    });
  };
  if (declaration.value.type === 'Raw') return refuse((declaration.value as Raw).value);
  const values: WrittenValue[] = [];
  for (const node of declaration.value.children) {
    if (node.type === 'Number') values.push({ value: Number(node.value), hasUnit: false });
    else if (node.type === 'Identifier') values.push({ value: node.name, hasUnit: false });
    else if (node.type === 'Dimension' && node.unit === 'fr') {
      values.push({ value: { fr: Number(node.value) }, hasUnit: true });
    } else if (node.type === 'Dimension' && POINTS_PER[node.unit] !== undefined) {
      values.push({ value: Number(node.value) * (POINTS_PER[node.unit] as number), hasUnit: true });
    } else refuse(generate(node));
  }
  return values;
}
