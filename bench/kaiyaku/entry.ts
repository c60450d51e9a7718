/** The product's setting of the content of the bench: all stages but those that know cancelling. */
import { readFileSync } from 'node:fs';
import sheet from '#bench-sheet';
import templates from '#bench-template';
import { fillTemplate } from '../../src/fill/fill-template.ts';
import type { View } from '../../src/fill/types.ts';
import { openFonts } from '../../src/font/open-fonts.ts';
import type { FontLibrary } from '../../src/font/types.ts';
import { nodeHost } from '../../src/host/node.ts';
import { paintPdf } from '../../src/pdf/paint-pdf.ts';
import { rememberDeflated } from '../../src/pdf/remember-deflated.ts';
import { setDocument } from '../../src/set-document.ts';
import { openCascade } from '../../src/style/cascade.ts';
import type { Sheet } from '../../src/style/sheet.ts';

const metadata = { createdOn: '2026-11-22' };

export interface Setter {
  /** The template filled with the content: the fragment that is set. */
  fill(content: unknown): string;
  set(html: string): Promise<{ bytes: Uint8Array; pages: number }>;
}

export function openSetter(onStage: (stage: string) => void = () => {}): Setter {
  const host = nodeHost();
  const fonts: FontLibrary = openFonts(host);
  // As src/render.ts keeps them from one document to the next.
  const codecs = { ...host, deflate: rememberDeflated(host.deflate) };
  const sheets = [sheet as Sheet];
  const media = { paper: 'A4', large: 'false' };
  const options = {
    sheets,
    media,
    cascade: openCascade(sheets, media),
    fillable: false,
    ruby: true,
    onStage,
  };
  return {
    // The content in the place of a checklist's view.
    fill: (content) => fillTemplate('checklist', { checklist: content } as View, templates).html,
    async set(html) {
      const { pages, problems } = await setDocument(html, fonts, options);
      if (!pages || problems.length > 0) throw new Error(JSON.stringify(problems));
      const bytes = await paintPdf(pages, { fontObject: fonts.font }, metadata, codecs);
      onStage('pdf');
      return { bytes, pages: pages.pages.length };
    },
  };
}

/** The content as every peer reads it: from its file, for each document. */
export const readContent = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

export async function setOnce(path: string): Promise<void> {
  const setter = openSetter();
  await setter.set(setter.fill(readContent(path)));
}
