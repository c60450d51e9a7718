import type { CheckBoxItem, LinkItem, Page, PathItem, TextItem } from '../page/types.ts';
import type { CheckBoxPainter } from './check-box.ts';
import { ContentStream } from './content-stream.ts';
import type { EmbeddedFonts } from './embed-fonts.ts';
import { type Dictionary, type ObjectDocument, type Reference, textString } from './object-document.ts';
import type { Box } from './structure-element.ts';
import type { StructureTree } from './structure-tree.ts';

/** What all pages of a file share. */
export interface PagePainter {
  objects: ObjectDocument;
  structure: StructureTree;
  fonts: EmbeddedFonts;
  checkBoxes: CheckBoxPainter;
  resources: Reference;
  /** Told the content of a page as soon as it is painted: it may be deflated meanwhile. */
  onContent: (content: Uint8Array) => void;
}

function pathBox(item: PathItem, heightPt: number): Box {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const operator of item.operators) {
    const [name, x, y] = operator;
    xs.push(x);
    ys.push(y);
    if (name !== 're') continue;
    xs.push(x + operator[3]);
    ys.push(y + operator[4]);
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

/**
 * A link of several lines says where each is, in the order in which readers take the corners (ISO 32000-1 §12.5.6.5). Whole
 * points are near enough for a finger, and neighbours still meet.
 */
function linkAnnotation(item: LinkItem, heightPt: number): Dictionary {
  const quads: number[] = [];
  const xs: number[] = [];
  const ys: number[] = [];
  for (const { xPt, yPt, widthPt, heightPt: height } of item.areas) {
    const left = Math.round(xPt);
    const right = Math.round(xPt + widthPt);
    const top = Math.round(heightPt - yPt);
    const bottom = Math.round(heightPt - yPt - height);
    quads.push(left, top, right, top, left, bottom, right, bottom);
    xs.push(left, right);
    ys.push(bottom, top);
  }
  const [left, right] = extent(xs);
  const [bottom, top] = extent(ys);
  return {
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [left, bottom, right, top],
    QuadPoints: item.areas.length > 1 ? quads : undefined,
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
  const bytes = objects.latin1Bytes(paintContent(page, pageObject, painter, annotations));
  content.end(bytes);
  painter.onContent(bytes);
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
  const { heightPt, items } = page;
  const stream = new ContentStream(heightPt);
  const pageKey = structure.openPage();
  pageObject.data.StructParents = pageKey;
  const annotate = (item: LinkItem | CheckBoxItem): void => {
    const annotation =
      item.kind === 'link'
        ? objects.ref(linkAnnotation(item, heightPt))
        : checkBoxes.paint(item, heightPt, pageObject);
    annotation.data.StructParent = structure.useAnnotation(item.struct, annotation, pageObject);
    annotations.push(annotation);
  };

  const { length } = items;
  for (let start = 0; start < length; ) {
    const item = items[start]!;
    const { kind, struct } = item;
    // Nothing is drawn for an annotation, so it opens no marked content.
    if (kind === 'link' || kind === 'check-box') {
      annotate(item);
      start++;
      continue;
    }
    // One piece of marked content: items of an element that follow each other, in one language.
    const element = struct === null ? null : structure.element(struct);
    const ownLanguage = element === null ? null : element.node.lang;
    const language = kind === 'text' && element !== null ? item.lang : ownLanguage;
    let hasPath = kind === 'path';
    let end = start + 1;
    for (; end < length; end++) {
      const next = items[end]!;
      if (next.struct !== struct) break;
      const nextKind = next.kind;
      if (element !== null && (nextKind === 'text' ? next.lang : ownLanguage) !== language) break;
      if (nextKind === 'path') hasPath = true;
    }
    if (element === null) {
      stream.beginMarked('Artifact', '', hasPath);
    } else {
      const mcid = structure.useContent(element, pageObject, pageKey);
      // A Span with a number of its own, not a Span inside: poppler loses what follows an inner one.
      if (language === ownLanguage) stream.beginMarked(element.node.type, `/MCID ${mcid}`, hasPath);
      else stream.beginMarked('Span', `/Lang${structure.literalOf(language!)}/MCID ${mcid}`, hasPath);
    }
    const figure = element === null ? null : element.figure;
    for (; start < end; start++) {
      const painted = items[start]!;
      if (painted.kind === 'text') {
        stream.text(painted, fonts.faces.get(painted.face)!);
        if (figure !== null) figure.growBox(textBox(painted, heightPt));
      } else if (painted.kind === 'path') {
        stream.path(painted);
        if (figure !== null) figure.growBox(pathBox(painted, heightPt));
      } else annotate(painted);
    }
    stream.endMarked(hasPath);
  }
  return stream.end();
}
