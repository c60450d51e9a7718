/** Running text: elements inside a paragraph become a flat list of inlines, each with all that it needs to be set. */
import type { TreeElement, TreeNode } from '../document/types.ts';
import type { Cascade, StyledPath } from './cascade.ts';
import { makeFrame } from './frame.ts';
import { textOf, titleOf } from './plain-text.ts';
import type { Structure } from './structure.ts';
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
const BOX_GAP_PT = 1.4 * POINTS_PER_MM;

export interface InlineContext {
  cascade: Cascade;
  structure: Structure;
  links: Map<number, { href: string; contents: string }>;
  /** What text without a language of its own is set in. */
  lang: Language;
  fillable: boolean;
}

export function styleInlines(
  element: TreeElement,
  path: StyledPath,
  struct: StructId,
  context: InlineContext,
): Inline[] {
  const inlines: Inline[] = [];
  for (const child of element.children) addInline(child, path, struct, NO_MARKS, context, inlines);
  return inlines;
}

const NO_MARKS: Marks = {};

interface Marks {
  field?: FieldKind;
  emphasis?: boolean;
}

function addInline(
  node: TreeNode,
  parent: StyledPath,
  struct: StructId,
  marks: Marks,
  context: InlineContext,
  out: Inline[],
): void {
  if (node.kind === 'text') {
    if (node.text === '') return;
    const { fontSizePt, bold } = parent.style;
    const weight = bold ? 'bold' : 'regular';
    const { text } = node;
    const inline: TextInline = {
      kind: 'text',
      text,
      lang: node.lang ?? context.lang,
      weight,
      sizePt: fontSizePt,
      struct,
    };
    if (marks.field !== undefined) inline.field = marks.field;
    if (marks.emphasis !== undefined) inline.emphasis = marks.emphasis;
    out.push(inline);
    return;
  }
  const path = context.cascade.enter(parent, node);
  if (path.style.display === 'none') return;
  if (path.style.marginLeftPt > 0)
    out.push({ kind: 'space', widthPt: path.style.marginLeftPt, breakable: true });
  const lang = node.lang ?? context.lang;
  const within = (inner: StructId, innerMarks: Marks): void => {
    for (const child of node.children) addInline(child, path, inner, innerMarks, context, out);
  };
  switch (node.name) {
    case 'br':
      out.push({ kind: 'break' });
      break;
    case 'em':
      within(struct, { ...marks, emphasis: true });
      break;
    case 'a':
      within(struct === null ? null : addLink(node, struct, lang, context), { field: 'url', ...marks });
      break;
    case 'ruby':
      addRuby(node, path, struct, lang, out);
      break;
    case 'fill-in':
      if (!hasContent(node)) out.push(writingLine(node, path, lang));
      else if (node.attributes.width === undefined) within(struct, marks);
      else out.push(writtenValue(node, path, struct, context));
      break;
    case 'check-box':
      out.push(...checkBox(node, path, struct, context));
      break;
    case 'confidence-mark':
      out.push(confidenceMark(node, path, struct, lang, context));
      break;
    case 'page-number':
    case 'page-total': {
      const { fontSizePt, bold } = path.style;
      const which = node.name === 'page-number' ? 'number' : 'total';
      out.push({ kind: 'page-number', which, lang, weight: bold ? 'bold' : 'regular', sizePt: fontSizePt });
      break;
    }
    default: {
      const field = node.attributes.field as FieldKind | undefined;
      within(struct, field ? { ...marks, field } : marks);
    }
  }
  if (path.style.marginRightPt > 0)
    out.push({ kind: 'space', widthPt: path.style.marginRightPt, breakable: true });
}

function addLink(node: TreeElement, struct: number, lang: Language, context: InlineContext): number {
  const link = context.structure.add('Link', struct, lang);
  context.links.set(link, { href: node.attributes.href ?? '', contents: textOf(node) });
  return link;
}

/** The box of a `check-box`, `choice` or `check-item`; one with `alt` tells something, one without is only paper. */
export function checkBox(
  node: TreeElement,
  path: StyledPath,
  struct: StructId,
  context: InlineContext,
): Inline[] {
  const { boxSizePt, fontSizePt } = path.style;
  const lang = node.lang ?? context.lang;
  const { alt, name, tip } = node.attributes;
  const isField = context.fillable && struct !== null && (name !== undefined || node.name === 'check-item');
  // Every item of a list can be ticked on the screen; one without a name of its own is told by what it says.
  const fieldName = name ?? `item-${struct}`;
  const fieldTip = tip ?? alt ?? titleOf(node);
  let own: StructId = null;
  if (isField) own = context.structure.add('Form', struct, lang, { alt: fieldTip });
  else if (struct !== null && alt) own = context.structure.add('Figure', struct, lang, { alt });
  const middle = 0.38 * fontSizePt;
  return [
    {
      kind: 'object',
      widthPt: boxSizePt,
      heightPt: boxSizePt / 2 + middle,
      depthPt: boxSizePt / 2 - middle,
      drawing: {
        kind: 'check-box',
        sizePt: boxSizePt,
        checked: node.attributes.checked !== undefined,
        ...(isField ? { fieldName, fieldTip } : {}),
      },
      lang,
      struct: own,
      glue: node.name === 'check-box' ? 'none' : 'after',
    },
  ];
}

/** A box and the gap to its text (visual grid: 1.4 mm). */
export function leadingCheckBox(
  node: TreeElement,
  path: StyledPath,
  struct: StructId,
  context: InlineContext,
): Inline[] {
  return [...checkBox(node, path, struct, context), { kind: 'space', widthPt: BOX_GAP_PT, breakable: false }];
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
  context: InlineContext,
): ObjectInline {
  const line = writingLine(node, path, node.lang ?? context.lang);
  const { fontSizePt: sizePt, lineHeightPt: leadingPt, strictness, autospaceEm: gapEm } = path.style;
  const value: ParagraphBox = {
    kind: 'paragraph',
    frame: makeFrame(context.cascade.root.style, line.widthPt, struct),
    inlines: styleInlines(node, path, struct, context),
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
  return { ...line, drawing: { kind: 'writing-line', value } };
}

function confidenceMark(
  node: TreeElement,
  path: StyledPath,
  struct: StructId,
  lang: Language,
  context: InlineContext,
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

/** `予<rt>よ</rt>約<rt>やく</rt>`: base and reading in turn. */
function addRuby(node: TreeElement, path: StyledPath, struct: StructId, lang: Language, out: Inline[]): void {
  const parts: { base: string; reading: string }[] = [];
  let base = '';
  let readingLang = lang;
  for (const child of node.children) {
    if (child.kind === 'text') base += child.text;
    else if (child.name === 'rt') {
      readingLang = child.lang ?? lang;
      parts.push({ base: base.trim(), reading: textOf(child).trim() });
      base = '';
    }
  }
  const { fontSizePt: sizePt, bold } = path.style;
  const weight = bold ? 'bold' : 'regular';
  if (!path.style.ruby || parts.length === 0) {
    const text = parts.map((part) => part.base).join('') + base;
    out.push({ kind: 'text', text, lang, weight, sizePt, struct });
    return;
  }
  const set = mergeLongReadings(parts);
  const mode = set.length > 1 ? 'jukugo' : [...(set[0]?.base ?? '')].length > 1 ? 'group' : 'mono';
  out.push({
    kind: 'ruby',
    parts: set,
    mode,
    lang,
    readingLang,
    weight,
    sizePt,
    rubySizePt: sizePt / 2,
    struct,
  });
  if (base.trim() !== '') out.push({ kind: 'text', text: base, lang, weight, sizePt, struct });
}

/**
 * A compound whose characters each have room for their reading is set character by character; where one reading is
 * longer than its base, the compound takes its reading as a whole (JLREQ §3.3.7), or its bases would be torn apart.
 */
function mergeLongReadings(parts: { base: string; reading: string }[]): { base: string; reading: string }[] {
  const fits = parts.every(({ base, reading }) => [...reading].length <= 2 * [...base].length);
  if (fits || parts.some(({ reading }) => /^[\p{Script=Latin}\p{M}]/u.test(reading))) return parts;
  return [
    { base: parts.map((part) => part.base).join(''), reading: parts.map((part) => part.reading).join('') },
  ];
}
