import type { FaceId } from '../font/types.ts';
import type { LinkItem, Page, PathItem, TextItem } from '../page/types.ts';
import type { CheckBoxPainter } from './check-box.ts';
import { ContentStream } from './content-stream.ts';
import type { EmbeddedFonts } from './embed-fonts.ts';
import { type Dictionary, type ObjectDocument, type Reference, textString } from './object-document.ts';
import { serialize } from './serialize.ts';
import type { Box, StructureTree } from './structure-tree.ts';
import { latin1Bytes } from './write-file.ts';

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

/** Keeps the marked-content brackets: one pair a struct, and a Span inside where the language differs. */
class Marks {
  private readonly stream: ContentStream;
  private readonly structure: StructureTree;
  private readonly page: Reference;
  private readonly pageKey: number;
  private open: number | null | undefined;
  private spanLanguage: string | null = null;

  constructor(stream: ContentStream, structure: StructureTree, page: Reference) {
    this.stream = stream;
    this.structure = structure;
    this.page = page;
    this.pageKey = structure.openPage();
    page.data.StructParents = this.pageKey;
  }

  enter(struct: number | null, language: string | null): void {
    if (struct !== this.open) {
      this.leave();
      this.open = struct;
      if (struct === null) {
        this.stream.beginMarked('Artifact', '');
      } else {
        const mcid = this.structure.useContent(struct, this.page, this.pageKey);
        this.stream.beginMarked(this.structure.node(struct).type, `/MCID ${mcid}`);
      }
    }
    if (struct === null || language === null) return;
    const foreign = language === this.structure.node(struct).lang ? null : language;
    if (foreign === this.spanLanguage) return;
    if (this.spanLanguage !== null) this.stream.endMarked();
    if (foreign !== null) this.stream.beginMarked('Span', `/Lang${serialize(textString(foreign))}`);
    this.spanLanguage = foreign;
  }

  leave(): void {
    if (this.spanLanguage !== null) this.stream.endMarked();
    if (this.open !== undefined) this.stream.endMarked();
    this.spanLanguage = null;
    this.open = undefined;
  }
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
  const { objects, structure, fonts } = painter;
  const { page: pageObject, content } = objects.openPage(page.widthPt, page.heightPt);
  const stream = new ContentStream(page.heightPt);
  const marks = new Marks(stream, structure, pageObject);
  const annotations: Reference[] = [];
  const annotate = (struct: number, annotation: Reference): void => {
    annotation.data.StructParent = structure.useAnnotation(struct, annotation, pageObject);
    annotations.push(annotation);
  };

  for (const item of page.items) {
    switch (item.kind) {
      case 'text': {
        if (item.text === '') break;
        marks.enter(item.struct, item.lang);
        stream.text(item, fonts.faces.get(item.face as FaceId)!);
        if (item.struct !== null) structure.growBox(item.struct, textBox(item, page.heightPt));
        break;
      }
      case 'path':
        marks.enter(item.struct, null);
        stream.path(item);
        if (item.struct !== null) structure.growBox(item.struct, pathBox(item, page.heightPt));
        break;
      case 'link':
        annotate(item.struct, objects.ref(linkAnnotation(item, page.heightPt)));
        break;
      case 'check-box':
        annotate(item.struct, painter.checkBoxes.paint(item, page.heightPt, pageObject));
        break;
    }
  }
  marks.leave();
  content.end(latin1Bytes(stream.end()));

  const { data } = pageObject;
  data.Resources = painter.resources;
  // Tab order follows the structure (PDF/UA-1 §7.18.3).
  data.Tabs = 'S';
  delete data.UserUnit;
  if (annotations.length > 0) data.Annots = annotations;
  return pageObject;
}
