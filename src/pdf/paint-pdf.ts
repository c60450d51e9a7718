/**
 * in: pages with absolute positions, their logical structure, the fonts, what the file says of itself
 * out: the bytes of a PDF 1.7 file that keeps PDF/UA-1 and PDF/A-2a
 * Refuses to decide anything: what stands where, in which face, language and role is settled before.
 */
import type { PagedDocument } from '../page/types.ts';
import { CheckBoxPainter } from './check-box.ts';
import { compactFontObjects, embedFonts } from './embed-fonts.ts';
import { type Dictionary, ObjectDocument, type Reference, textString } from './object-document.ts';
import { buildOutline } from './outline.ts';
import { paintPage } from './paint-page.ts';
import { rememberDeflated } from './remember-deflated.ts';
import { srgbProfile } from './srgb-profile.ts';
import { StructureTree } from './structure-tree.ts';
import type { PdfCodecs, PdfFonts, PdfMetadata } from './types.ts';
import { writeFile } from './write-file.ts';
import { buildXmp } from './xmp.ts';

const creator = 'kaiyaku';
const producer = 'pdfkit';

function outputIntent(objects: ObjectDocument): Dictionary {
  const profile = objects.ref({ N: 3 });
  profile.end(srgbProfile());
  const name = textString('sRGB IEC61966-2.1');
  return {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: name,
    Info: name,
    DestOutputProfile: profile,
  };
}

function metadataStream(document: PagedDocument, metadata: PdfMetadata, objects: ObjectDocument): Reference {
  const titles = [{ lang: document.lang, text: document.title }, ...(metadata.otherTitles ?? [])];
  // Midnight in Japan: the case knows days, not hours.
  const createdAt = `${metadata.createdOn}T00:00:00+09:00`;
  const stream = objects.ref({ Type: 'Metadata', Subtype: 'XML' });
  stream.end(new TextEncoder().encode(buildXmp({ titles, createdAt, creator, producer })));
  return stream;
}

function information(document: PagedDocument, metadata: PdfMetadata, objects: ObjectDocument): Reference {
  return objects.ref({
    Title: textString(document.title),
    Creator: textString(creator),
    Producer: textString(producer),
    CreationDate: textString(`D:${metadata.createdOn.replaceAll('-', '')}000000+09'00'`),
  });
}

export async function paintPdf(
  document: PagedDocument,
  fonts: PdfFonts,
  metadata: PdfMetadata,
  codecs: PdfCodecs = {},
): Promise<Uint8Array> {
  const objects = new ObjectDocument(codecs.latin1Bytes);
  const deflate = rememberDeflated(codecs.deflate);
  /** In a thread while the rest is painted; found again by the same object when the file is written. */
  const deflateAhead = (bytes: Uint8Array): void => void deflate(bytes);
  const embedded = embedFonts(document, fonts, objects, deflateAhead);
  const structure = new StructureTree(objects, document.structure, document.lang);
  const checkBoxes = new CheckBoxPainter(objects);
  const resources = objects.ref({ Font: embedded.resources });
  const painter = { objects, structure, fonts: embedded, checkBoxes, resources, onContent: deflateAhead };
  const pages = document.pages.map((page) => paintPage(page, painter));
  const outline = buildOutline(document.outline, document.pages, pages, objects);
  objects.end();
  compactFontObjects(embedded);
  structure.completeKids();

  const catalog = objects._root;
  // pdfkit's empty tree of names goes.
  delete catalog.data.Names;
  Object.assign(catalog.data, {
    Lang: textString(document.lang),
    MarkInfo: { Marked: true },
    StructTreeRoot: structure,
    ViewerPreferences: { DisplayDocTitle: true },
    Metadata: metadataStream(document, metadata, objects),
    OutputIntents: [outputIntent(objects)],
    ...(outline ? { Outlines: outline } : {}),
    ...(checkBoxes.fields.length > 0 ? { AcroForm: { Fields: checkBoxes.fields } } : {}),
  });
  return writeFile(
    objects.objects,
    { catalog, information: information(document, metadata, objects) },
    { deflate, latin1Bytes: objects.latin1Bytes },
  );
}
