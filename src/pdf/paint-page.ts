import type { LinkItem, Page, PageItem, PathItem, TextItem } from '../page/types.ts';
import type { CheckBoxPainter } from './check-box.ts';
import { ContentStream } from './content-stream.ts';
import type { EmbeddedFonts } from './embed-fonts.ts';
import { type Dictionary, type ObjectDocument, type Reference, textString } from './object-document.ts';
import { serialize } from './serialize.ts';
import type { Box, StructureTree } from './structure-tree.ts';

/** What all pages of a file share. */
export interface PagePainter {
  objects: ObjectDocument;
  structure: StructureTree;
  fonts: EmbeddedFonts;
  checkBoxes: CheckBoxPainter;
  resources: Reference;
}

function pathBox(item: PathItem, heightPt: number): Box {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const operator of item.operators) {
    if (operator[0] === 're') {
      const [, x, y, w, h] = operator;
      xs.push(x, x + w);
      ys.push(y, y + h);
      continue;
    }
    for (let i = 1; i < operator.length; i += 2) {
      xs.push(operator[i] as number);
      ys.push(operator[i + 1] as number);
    }
  }
  const half = (item.stroke?.widthPt ?? 0) / 2;
  // No spread into Math.min: a QR code has more rectangles than a call takes arguments.
  const [left, right] = extent(xs);
  const [top, bottom] = extent(ys);
  return [left - half, heightPt - bottom - half, right + half, heightPt - top + half];
}

function extent(values: number[]): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** Width is left to the paths around: a text alone is no figure. */
function textBox(item: TextItem, heightPt: number): Box {
  const y = heightPt - item.yPt;
  return [item.xPt, y - 0.12 * item.sizePt, item.xPt + item.sizePt, y + 0.88 * item.sizePt];
}

/** One piece of marked content: consecutive items of a struct, in one language where it is not the struct's own. */
interface Piece {
  struct: number | null;
  foreign: string | null;
  end: number;
  hasPath: boolean;
}

function foreignLanguage(item: PageItem, structure: StructureTree): string | null {
  if (item.kind !== 'text' || item.struct === null) return null;
  return item.lang === structure.node(item.struct).lang ? null : item.lang;
}

function readPiece(items: PageItem[], start: number, structure: StructureTree): Piece {
  const first = items[start]!;
  const { struct } = first;
  const foreign = foreignLanguage(first, structure);
  let hasPath = first.kind === 'path';
  let end = start + 1;
  for (; end < items.length; end++) {
    const item = items[end]!;
    if (item.struct !== struct || foreignLanguage(item, structure) !== foreign) break;
    if (item.kind === 'path') hasPath = true;
  }
  return { struct, foreign, end, hasPath };
}

function linkAnnotation(item: LinkItem, heightPt: number): Dictionary {
  const bottom = heightPt - item.yPt - item.heightPt;
  return {
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [item.xPt, bottom, item.xPt + item.widthPt, bottom + item.heightPt],
    Border: [0, 0, 0],
    F: 4,
    A: { S: 'URI', URI: textString(item.href) },
    Contents: textString(item.contents),
  };
}

export function paintPage(page: Page, painter: PagePainter): Reference {
  const { objects } = painter;
  const { page: pageObject, content } = objects.openPage(page.widthPt, page.heightPt);
  const annotations: Reference[] = [];
  content.end(objects.latin1Bytes(paintContent(page, pageObject, painter, annotations)));
  const { data } = pageObject;
  data.Resources = painter.resources;
  // Tab order follows the structure (PDF/UA-1 §7.18.3).
  data.Tabs = 'S';
  delete data.UserUnit;
  if (annotations.length > 0) data.Annots = annotations;
  return pageObject;
}

function paintContent(
  page: Page,
  pageObject: Reference,
  painter: PagePainter,
  annotations: Reference[],
): string {
  const { objects, structure, fonts, checkBoxes } = painter;
  const { heightPt } = page;
  const stream = new ContentStream(heightPt);
  const pageKey = structure.openPage();
  pageObject.data.StructParents = pageKey;
  const literals = new Map<string, string>();
  const literalOf = (language: string): string => {
    const literal = literals.get(language) ?? serialize(textString(language));
    literals.set(language, literal);
    return literal;
  };
  const annotate = (struct: number, annotation: Reference): void => {
    annotation.data.StructParent = structure.useAnnotation(struct, annotation, pageObject);
    annotations.push(annotation);
  };
  const paint = (item: PageItem): void => {
    switch (item.kind) {
      case 'text':
        stream.text(item, fonts.faces.get(item.face)!);
        if (item.struct !== null) structure.growBox(item.struct, () => textBox(item, heightPt));
        break;
      case 'path':
        stream.path(item);
        if (item.struct !== null) structure.growBox(item.struct, () => pathBox(item, heightPt));
        break;
      case 'link':
        annotate(item.struct, objects.ref(linkAnnotation(item, heightPt)));
        break;
      case 'check-box':
        annotate(item.struct, checkBoxes.paint(item, heightPt, pageObject));
        break;
    }
  };

  for (let start = 0; start < page.items.length; ) {
    const item = page.items[start]!;
    // Nothing is drawn for an annotation, so it opens no marked content.
    if (item.kind === 'link' || item.kind === 'check-box') {
      paint(item);
      start++;
      continue;
    }
    const { struct, foreign, end, hasPath } = readPiece(page.items, start, structure);
    if (struct === null) {
      stream.beginMarked('Artifact', '', hasPath);
    } else {
      const mcid = structure.useContent(struct, pageObject, pageKey);
      // A Span with a number of its own, not a Span inside: poppler loses what follows an inner one.
      if (foreign === null) stream.beginMarked(structure.node(struct).type, `/MCID ${mcid}`, hasPath);
      else stream.beginMarked('Span', `/Lang${literalOf(foreign)}/MCID ${mcid}`, hasPath);
    }
    for (; start < end; start++) paint(page.items[start]!);
    stream.endMarked(hasPath);
  }
  return stream.end();
}
