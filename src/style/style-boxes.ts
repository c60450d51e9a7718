/**
 * Stage 6. In: the document tree and the sheets. Out: boxes with every length in points, and the logical structure.
 * Refuses to decide where lines and pages end; knows of a language only its tag.
 */
import type { DocumentTree, TreeElement, TreeNode } from '../document/types.ts';
import { type Cascade, openCascade } from './cascade.ts';
import { sides } from './computed-style.ts';
import { makeFrame } from './frame.ts';
import type { Media } from './match-rules.ts';
import { textOf } from './plain-text.ts';
import { findSecondTitles } from './second-titles.ts';
import type { Sheet, SheetValue } from './sheet.ts';
import { openStructure } from './structure.ts';
import type { StyleContext } from './style-context.ts';
import { styleElement } from './style-element.ts';
import type { PageGeometry, RunningBox, StyledBox, StyledDocument } from './types.ts';

export interface StyleOptions {
  media: Media;
  /** Of the same sheets, media and ruby, where documents share one: what it has matched stays known. */
  cascade?: Cascade;
  /** Check items with a name become fields of a form. */
  fillable: boolean;
  ruby: boolean;
}

/** `sheets` in order, the later ones win. */
export function styleBoxes(
  tree: DocumentTree,
  sheets: readonly Sheet[],
  options: StyleOptions,
): StyledDocument {
  const cascade = options.cascade ?? openCascade(sheets, options.media);
  const structure = openStructure();
  const heading = findElement(tree.root, (element) => element.name === 'h1');
  const lang = heading?.lang ?? findElement(tree.root, (element) => element.lang !== null)?.lang ?? 'zh-Hans';
  const context: StyleContext = {
    cascade,
    structure,
    paragraphs: [],
    links: new Map(),
    secondTitles: findSecondTitles(tree.root),
    lang,
    fillable: options.fillable,
    styleElement,
  };
  cascade.root.style.ruby = options.ruby;
  const page = readPage(cascade.page);
  const widthPt = page.widthPt - page.margin.leftPt - page.margin.rightPt;
  const root = structure.add('Document', null, lang);
  const aside = { ...context, paragraphs: [] };
  const heads: RunningBox[] = [];
  const feet: RunningBox[] = [];
  const flow: StyledBox[] = [];
  for (const child of tree.root.children) {
    if (child.kind === 'text') continue;
    const path = cascade.enter(cascade.root, child);
    if (child.name === 'running-head' || child.name === 'running-foot') {
      const box = styleElement(child, path, widthPt, null, aside);
      const pages = PAGES[child.attributes.first ?? ''] ?? 'all';
      if (box) (child.name === 'running-head' ? heads : feet).push({ box, pages });
    } else {
      const box = styleElement(child, path, widthPt, root, context);
      if (box) flow.push(box);
    }
  }
  const frame = makeFrame(cascade.root.style, widthPt, null);
  return {
    page,
    flow: { kind: 'stack', frame, children: flow },
    paragraphs: context.paragraphs,
    heads,
    feet,
    structure: structure.nodes,
    links: context.links,
    title: heading ? textOf(heading) : '',
    otherTitles: otherTitles(tree.root),
    lang,
  };
}

/** `first="no"` and `first="only"` of running heads and feet. */
const PAGES: Readonly<Record<string, RunningBox['pages']>> = { no: 'others', only: 'first' };

/** `@page { size: …; margin: …; foot: … }`; the paper itself is A4 until a sheet says otherwise. */
function readPage(declarations: Record<string, SheetValue[]>): PageGeometry {
  const numbers = (name: string): number[] => (declarations[name] ?? []).filter((v) => typeof v === 'number');
  const [widthPt = 595.276, heightPt = 841.89] = numbers('size');
  const margin = sides(declarations.margin ?? [36.85, 39.685, 48]);
  const [footPt = heightPt - margin.bottomPt] = numbers('foot');
  return { widthPt, heightPt, margin, footPt };
}

/** What stands beside the first h1 in another language is the same title. */
function otherTitles(root: TreeElement): { lang: string; text: string }[] {
  const isHeading = (node: TreeNode): node is TreeElement => node.kind === 'element' && node.name === 'h1';
  const around = root.children.some(isHeading)
    ? root
    : findElement(root, ({ children }) => children.some(isHeading));
  const heading = around?.children.find(isHeading);
  return (around?.children ?? []).flatMap((node) => {
    const isTitle =
      node.kind === 'element' && node.name === 'p' && node.lang !== null && node.lang !== heading?.lang;
    return isTitle && node.lang !== null ? [{ lang: node.lang, text: textOf(node) }] : [];
  });
}

function findElement(element: TreeElement, wanted: (element: TreeElement) => boolean): TreeElement | null {
  for (const child of element.children) {
    if (child.kind === 'text') continue;
    if (wanted(child)) return child;
    const found = findElement(child, wanted);
    if (found) return found;
  }
  return null;
}
