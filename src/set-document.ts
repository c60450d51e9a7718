/**
 * The middle of the pipeline: document → style → line → page. It serves any fragment of the markup, not only ours.
 */
import { parseDocument } from './document/parse-document.ts';
import type { DocumentTree } from './document/types.ts';
import type { FaceTexts, FontLibrary, Weight } from './font/types.ts';
import { breakLines } from './line/break-lines.ts';
import { listParagraphs, setLines } from './line/set-lines.ts';
import type { Line } from './line/types.ts';
import { Workspace } from './line/workspace.ts';
import { paginate, type RunningFor } from './page/paginate.ts';
import { scalePages } from './page/scale-pages.ts';
import type { PagedDocument } from './page/types.ts';
import type { Problem } from './problem.ts';
import type { Cascade } from './style/cascade.ts';
import { numberPage } from './style/number-page.ts';
import type { Sheet } from './style/sheet.ts';
import { styleBoxes } from './style/style-boxes.ts';
import type { ParagraphBox, StyledDocument } from './style/types.ts';

export interface SetOptions {
  /** Later sheets win over earlier ones. */
  sheets: Sheet[];
  media: Record<string, string>;
  /** What earlier documents of the same sheets, media and ruby have matched. */
  cascade?: Cascade;
  fillable: boolean;
  ruby: boolean;
  /** Of templates of the user's own: what attributes say may be wrong. */
  checksValues?: boolean;
  onStage?: (stage: string) => void;
}

export interface SetDocument {
  tree: DocumentTree | null;
  styled: StyledDocument | null;
  lines: Map<ParagraphBox, Line[]>;
  pages: PagedDocument | null;
  problems: Problem[];
}

/** Stages 5 to 8: any fragment of the markup becomes pages. `pages` is null when a Problem stops it. */
export async function setDocument(
  html: string,
  fonts: FontLibrary,
  options: SetOptions,
): Promise<SetDocument> {
  const lines = new Map<ParagraphBox, Line[]>();
  const { value: tree, problems } = parseDocument(html);
  options.onStage?.('document');
  if (tree && options.checksValues) {
    const { checkValues } = await import('./document/check-values.ts');
    problems.push(...checkValues(tree.root));
  }
  if (!tree || problems.length > 0) return { tree, styled: null, lines, pages: null, problems };
  const { sheets, media, cascade, fillable, ruby } = options;
  const styled = styleBoxes(tree, sheets, { media, fillable, ruby, ...(cascade ? { cascade } : {}) });
  options.onStage?.('style');
  await fonts.prepare(textsToSet(styled));
  options.onStage?.('fonts');
  const workspace = new Workspace();
  const setParagraph = (box: ParagraphBox): Line[] => {
    const broken = breakLines(box.inlines, box.style, fonts, fonts.measure, workspace);
    if (broken.problems.length > 0) problems.push(...broken.problems);
    return broken.lines;
  };
  for (const paragraph of styled.paragraphs) lines.set(paragraph, setParagraph(paragraph));
  options.onStage?.('line');
  const runningLines = new Map<ParagraphBox, Line[]>();
  const running: RunningFor = (which, page, total) => {
    const all = which === 'head' ? styled.heads : styled.feet;
    const repeated = all.find(({ pages }) => pages === 'all' || (pages === 'first') === (page === 1));
    if (!repeated) return null;
    const box = numberPage(repeated.box, page, total);
    setLines(box, setParagraph, runningLines);
    return { box, lines: runningLines };
  };
  const paged = paginate(styled, lines, running);
  problems.push(...paged.problems);
  options.onStage?.('page');
  const pages = media.paper === 'A3' ? scalePages(paged.document, Math.SQRT2) : paged.document;
  return { tree, styled, lines, pages, problems };
}

/** What each language and weight has to draw. Digits stand for the page numbers, which are known last. */
function textsToSet(styled: StyledDocument): FaceTexts[] {
  const { heads, feet, paragraphs } = styled;
  const groups: FaceTexts[] = [];
  // `around` as the line stage has it when it binds: of a text its paragraph's language, of a reading its base's.
  const add = (text: string, lang: string, weight: Weight, around: string): void => {
    for (const group of groups) {
      if (group.lang === lang && group.weight === weight && group.around === around) {
        group.texts.push(text);
        return;
      }
    }
    groups.push({ texts: [text], lang, weight, around });
  };
  const running = [...heads, ...feet].flatMap(({ box }) => listParagraphs(box));
  for (const { inlines, style } of [...paragraphs, ...running]) {
    for (const inline of inlines) {
      if (inline.kind === 'text') add(inline.text, inline.lang, inline.weight, style.lang);
      else if (inline.kind === 'page-number') add('0', inline.lang, inline.weight, style.lang);
      else if (inline.kind === 'ruby') {
        for (const { base, reading } of inline.parts) {
          add(base, inline.lang, inline.weight, style.lang);
          add(reading, inline.readingLang, inline.weight, inline.lang);
        }
      }
    }
  }
  return groups;
}
