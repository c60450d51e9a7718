/** Running text: elements inside a paragraph become a flat list of inlines, each with all that it needs to be set. */
import type { TreeElement, TreeText } from '../document/types.ts';
import { addText } from './add-text.ts';
import type { StyledPath } from './cascade.ts';
import { checkBox } from './check-box.ts';
import { makeFrame } from './frame.ts';
import { textOf } from './plain-text.ts';
import { addRuby } from './ruby.ts';
import type { StyleContext } from './style-context.ts';
import type {
  FieldKind,
  Inline,
  Language,
  ObjectInline,
  ParagraphBox,
  StructId,
  TextInline,
} from './types.ts';

const POINTS_PER_MM = 72 / 25.4;

/** Bars of the confidence mark, in mm: three of 1.05 with gaps of 0.35. */
const CONFIDENCE_WIDTH_PT = (3 * 1.05 + 2 * 0.35) * POINTS_PER_MM;
const CONFIDENCE_HEIGHT_PT = 2.9 * POINTS_PER_MM;

/** What holds for the text of an element and of those in it. */
interface Marks {
  field: FieldKind | null;
  emphasis: boolean;
}

export const NO_MARKS: Marks = { field: null, emphasis: false };

/** What a paragraph holds: mostly one text, where a list that is pushed to would take room for seventeen. */
export function inlinesOf(
  element: TreeElement,
  path: StyledPath,
  struct: StructId,
  context: StyleContext,
): Inline[] {
  const { children } = element;
  const only = children[0];
  if (children.length === 1 && only?.kind === 'text' && only.text !== '')
    return [textInline(only, path, struct, NO_MARKS, context)];
  const inlines: Inline[] = [];
  addInlines(element, path, struct, NO_MARKS, context, inlines);
  return inlines;
}

/** Adds what an element holds. */
export function addInlines(
  element: TreeElement,
  path: StyledPath,
  struct: StructId,
  marks: Marks,
  context: StyleContext,
  out: Inline[],
): void {
  for (const node of element.children) {
    if (node.kind === 'element') {
      addElement(node, context.cascade.enter(path, node), struct, marks, context, out);
      continue;
    }
    if (node.text !== '') addText(textInline(node, path, struct, marks, context), out);
  }
}

function textInline(
  { text, lang: own }: TreeText,
  { style }: StyledPath,
  struct: StructId,
  { field, emphasis }: Marks,
  context: StyleContext,
): TextInline {
  const { bold, fontSizePt: sizePt } = style;
  const lang = own ?? context.lang;
  const weight = bold ? 'bold' : 'regular';
  const inline: TextInline = { kind: 'text', text, lang, weight, sizePt, struct };
  if (field !== null) inline.field = field;
  if (emphasis) inline.emphasis = true;
  return inline;
}

function addElement(
  node: TreeElement,
  path: StyledPath,
  struct: StructId,
  marks: Marks,
  context: StyleContext,
  out: Inline[],
): void {
  const { style } = path;
  if (style.display === 'none') return;
  if (style.marginLeftPt > 0) out.push({ kind: 'space', widthPt: style.marginLeftPt, breakable: true });
  const lang = node.lang ?? context.lang;
  switch (node.name) {
    case 'br':
      out.push({ kind: 'break' });
      break;
    case 'em':
      addInlines(node, path, struct, { field: marks.field, emphasis: true }, context, out);
      break;
    case 'a': {
      const link = struct === null ? null : addLink(node, struct, lang, context);
      addInlines(node, path, link, { field: marks.field ?? 'url', emphasis: marks.emphasis }, context, out);
      break;
    }
    case 'ruby':
      addRuby(node, path, struct, lang, out);
      break;
    case 'fill-in':
      if (!hasContent(node)) out.push(writingLine(node, path, lang));
      else if (node.attributes.width === undefined) addInlines(node, path, struct, marks, context, out);
      else out.push(writtenValue(node, path, struct, context));
      break;
    case 'check-box':
      out.push(checkBox(node, path, struct, context));
      break;
    case 'confidence-mark':
      out.push(confidenceMark(node, path, struct, lang, context));
      break;
    case 'page-number':
    case 'page-total': {
      const which = node.name === 'page-number' ? 'number' : 'total';
      const weight = style.bold ? 'bold' : 'regular';
      out.push({ kind: 'page-number', which, lang, weight, sizePt: style.fontSizePt });
      break;
    }
    default: {
      const field = node.attributes.field as FieldKind | undefined;
      addInlines(node, path, struct, field ? { field, emphasis: marks.emphasis } : marks, context, out);
    }
  }
  if (style.marginRightPt > 0) out.push({ kind: 'space', widthPt: style.marginRightPt, breakable: true });
}

function addLink(node: TreeElement, struct: number, lang: Language, context: StyleContext): number {
  const link = context.structure.add('Link', struct, lang);
  context.links.set(link, { href: node.attributes.href ?? '', contents: textOf(node) });
  return link;
}

/** Its padding makes a slot longer: a sheet for large print needs no other template. */
function writingLine({ attributes: { width } }: TreeElement, path: StyledPath, lang: Language): ObjectInline {
  const widthMm = width === undefined ? 20 : Number.parseFloat(width);
  const { leftPt, rightPt } = path.style.padding;
  return {
    kind: 'object',
    // A free line is at least 40 mm long; one of a given width is as long as that.
    widthPt: widthMm * POINTS_PER_MM + leftPt + rightPt,
    heightPt: 0,
    depthPt: 2,
    drawing: { kind: 'writing-line' },
    lang,
    struct: null,
    glue: width === undefined ? 'none' : 'both',
    ...(width === undefined ? { fill: true } : {}),
  };
}

const hasContent = (node: TreeElement): boolean =>
  node.children.some((child) => child.kind === 'element' || child.text !== '');

/** A value on its line, centred: how an answer looks once it is written. */
function writtenValue(
  node: TreeElement,
  path: StyledPath,
  struct: StructId,
  context: StyleContext,
): ObjectInline {
  const line = writingLine(node, path, node.lang ?? context.lang);
  const { fontSizePt: sizePt, lineHeightPt: leadingPt, strictness, autospaceEm: gapEm } = path.style;
  const inlines: Inline[] = [];
  addInlines(node, path, struct, NO_MARKS, context, inlines);
  const value: ParagraphBox = {
    kind: 'paragraph',
    frame: makeFrame(context.cascade.root.style, line.widthPt, struct),
    inlines,
    sizePt,
    style: {
      measurePt: line.widthPt,
      leadingPt,
      align: 'center',
      strictness,
      wrap: 'none',
      gapEm,
      indentPt: 0,
      lang: line.lang,
    },
  };
  context.paragraphs.push(value);
  return { ...line, drawing: { kind: 'writing-line', value } };
}

function confidenceMark(
  node: TreeElement,
  path: StyledPath,
  struct: StructId,
  lang: Language,
  context: StyleContext,
): ObjectInline {
  const { alt, level = 'low' } = node.attributes;
  return {
    kind: 'object',
    widthPt: CONFIDENCE_WIDTH_PT,
    heightPt: CONFIDENCE_HEIGHT_PT,
    depthPt: 0,
    drawing: { kind: 'confidence', level: level as 'high' | 'medium' | 'low' },
    lang,
    struct:
      struct !== null && alt ? context.structure.add('Figure', struct, path.lang ?? lang, { alt }) : null,
    glue: 'none',
  };
}
