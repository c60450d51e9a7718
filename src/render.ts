/**
 * The pipeline, in the order in which it runs: case → facts → schedule → fill → document → style → line → page → pdf.
 * This file alone imports every stage; no stage knows another but by its types.
 */
import { sheetsText } from '#sheets';
import { templates as bundledTemplates } from '#templates';
import { emptyCase } from './case/empty-case.ts';
import type { Case, DocumentName, Edition, Paper } from './case/types.ts';
import { validateCase } from './case/validate-case.ts';
import { dumpTree } from './document/dump-tree.ts';
import { parseDocument } from './document/parse-document.ts';
import type { DocumentTree } from './document/types.ts';
import { bundledData } from './facts/carriers.ts';
import { lookUpFacts } from './facts/look-up-facts.ts';
import type { Facts } from './facts/types.ts';
import { fillTemplate } from './fill/fill-template.ts';
import type { TemplateSet, View } from './fill/types.ts';
import { buildView } from './fill/view.ts';
import { openFonts } from './font/open-fonts.ts';
import type { FaceRequest, FontLibrary } from './font/types.ts';
import type { Host } from './host/types.ts';
import { breakLines } from './line/break-lines.ts';
import { dumpLines } from './line/dump-lines.ts';
import { listParagraphs, setLines } from './line/set-lines.ts';
import type { Line } from './line/types.ts';
import { dumpPages, dumpText } from './page/dump-pages.ts';
import { paginate, type RunningFor } from './page/paginate.ts';
import type { PagedDocument } from './page/types.ts';
import { paintPdf } from './pdf/paint-pdf.ts';
import type { Problem, ReportedProblem } from './problem.ts';
import { reportProblem } from './problem-sentence.ts';
import { planSchedule } from './schedule/plan-schedule.ts';
import type { Schedule } from './schedule/types.ts';
import { dumpBoxes } from './style/dump-boxes.ts';
import { numberPage } from './style/number-page.ts';
import type { Sheet } from './style/sheet.ts';
import { styleBoxes } from './style/style-boxes.ts';
import type { ParagraphBox, StyledDocument } from './style/types.ts';

export interface RenderOptions {
  host: Host;
  /** `YYYY-MM-DD`; without it the host's day in Japan. */
  today?: string;
  documents?: DocumentName[];
  edition?: Edition;
  paper?: Paper;
  large?: boolean;
  fillable?: boolean;
  /** Names of personal documents begin with it: the case file's name without its ending. */
  stem?: string;
  /** Templates and sheets of the user's own, instead of the bundled ones. */
  templates?: { set: TemplateSet; sheets: Record<string, Sheet> };
  /** Told as each stage ends. */
  onStage?: (stage: string) => void;
}

export interface RenderedDocument {
  name: string;
  document: DocumentName;
  bytes: Uint8Array;
  pages: number;
}

export interface Rendered {
  documents: RenderedDocument[];
  problems: ReportedProblem[];
  schedule: Schedule | null;
}

export type DumpStage =
  | 'case'
  | 'facts'
  | 'schedule'
  | 'html'
  | 'tree'
  | 'boxes'
  | 'lines'
  | 'pages'
  | 'text';

/** Keeps what all documents share: the faces that have been opened and the sheets. */
export interface Renderer {
  render(input: unknown, options: Omit<RenderOptions, 'host'>): Promise<Rendered>;
  dump(
    input: unknown,
    options: Omit<RenderOptions, 'host'>,
    stage: DumpStage,
  ): Promise<{ text: string; problems: ReportedProblem[] }>;
}

export const render = (input: unknown, options: RenderOptions): Promise<Rendered> =>
  createRenderer(options.host).render(input, options);

export const dump = (
  input: unknown,
  options: RenderOptions,
  stage: DumpStage,
): Promise<{ text: string; problems: ReportedProblem[] }> =>
  createRenderer(options.host).dump(input, options, stage);

export function createRenderer(host: Host): Renderer {
  const fonts = openFonts(host);
  const bundledSheets = JSON.parse(sheetsText) as Record<string, Sheet>;
  const setOptions = (
    plan: Plan,
    document: DocumentName,
    options: Omit<RenderOptions, 'host'>,
  ): SetOptions => {
    const sheets = options.templates?.sheets ?? bundledSheets;
    const ruby = plan.case.print?.ruby ?? 'furigana';
    return {
      sheets: [sheets.base, sheets[document]].filter((sheet): sheet is Sheet => sheet !== undefined),
      media: {
        paper: options.paper ?? plan.case.print?.paper ?? 'A4',
        large: String(options.large ?? plan.case.print?.large ?? false),
        ruby,
      },
      fillable: options.fillable ?? plan.case.print?.fillable ?? false,
      ruby: ruby !== 'none',
      ...(options.onStage ? { onStage: options.onStage } : {}),
    };
  };
  return {
    async render(input, options) {
      const { plan, problems } = planDocuments(input, host, options);
      if (!plan) return { documents: [], problems: problems.map(reportProblem), schedule: null };
      const documents: RenderedDocument[] = [];
      for (const document of plan.documents) {
        const html = fillTemplate(document, plan.view, plan.templates).html;
        options.onStage?.('fill');
        const set = await setDocument(html, fonts, setOptions(plan, document, options));
        problems.push(...set.problems);
        if (!set.pages || hasErrors(problems)) continue;
        const metadata = {
          createdOn: plan.today,
          fillable: options.fillable ?? plan.case.print?.fillable ?? false,
        };
        const faces = { fontObject: fonts.font };
        const bytes = await paintPdf(set.pages, faces, metadata, host.deflate);
        options.onStage?.('pdf');
        documents.push({
          name: fileName(document, plan, options),
          document,
          bytes,
          pages: set.pages.pages.length,
        });
      }
      const failed = hasErrors(problems);
      return { documents: failed ? [] : documents, problems: distinct(problems), schedule: plan.schedule };
    },
    async dump(input, options, stage) {
      const { plan, problems } = planDocuments(input, host, options);
      if (!plan) return { text: '', problems: problems.map(reportProblem) };
      if (stage === 'case') return { text: json(plan.case), problems: distinct(problems) };
      if (stage === 'facts') return { text: json(plan.facts), problems: distinct(problems) };
      if (stage === 'schedule') return { text: json(plan.schedule), problems: distinct(problems) };
      const texts: string[] = [];
      for (const document of plan.documents) {
        const html = fillTemplate(document, plan.view, plan.templates).html;
        const set = await setDocument(html, fonts, setOptions(plan, document, options));
        problems.push(...set.problems);
        texts.push(dumpStage(stage, html, set));
      }
      return { text: texts.join('\f'), problems: distinct(problems) };
    },
  };
}

/** Stages 1 to 3, and the view that the templates are filled from. */
interface Plan {
  case: Case;
  facts: Facts;
  schedule: Schedule;
  view: View;
  documents: DocumentName[];
  templates: TemplateSet;
  today: string;
  edition: Edition;
}

function planDocuments(
  input: unknown,
  host: Host,
  options: Omit<RenderOptions, 'host'>,
): { plan: Plan | null; problems: Problem[] } {
  const checked = validateCase(input);
  const problems = [...checked.problems];
  options.onStage?.('case');
  if (!checked.value) return { plan: null, problems };
  const edition = options.edition ?? 'personal';
  const customer = emptyCase(checked.value, edition);
  const today = options.today ?? host.today();
  const facts = lookUpFacts(customer, bundledData);
  options.onStage?.('facts');
  const schedule = planSchedule(customer, facts, today);
  problems.push(...schedule.warnings);
  options.onStage?.('schedule');
  const templates = options.templates?.set ?? bundledTemplates;
  const view = buildView(customer, facts, schedule, { edition, today, templates });
  options.onStage?.('fill');
  const documents = options.documents ?? ['checklist', 'memo'];
  return { plan: { case: customer, facts, schedule, view, documents, templates, today, edition }, problems };
}

export interface SetOptions {
  /** Later sheets win over earlier ones. */
  sheets: Sheet[];
  media: Record<string, string>;
  fillable: boolean;
  ruby: boolean;
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
  if (!tree) return { tree, styled: null, lines, pages: null, problems };
  const { sheets, media, fillable, ruby } = options;
  const styled = styleBoxes(tree, sheets, { media, fillable, ruby });
  options.onStage?.('style');
  await fonts.prepare(faceRequests(styled));
  options.onStage?.('fonts');
  const setParagraph = (box: ParagraphBox): Line[] => {
    const broken = breakLines(box.inlines, box.style, fonts, fonts.measure);
    problems.push(...broken.problems);
    return broken.lines;
  };
  setLines(styled.flow, setParagraph, lines);
  options.onStage?.('line');
  const running: RunningFor = (which, page, total) => {
    const repeated = which === 'head' ? styled.head : styled.foot;
    if (!repeated || (page === 1 && !repeated.onFirstPage)) return null;
    const box = numberPage(repeated.box, page, total);
    const own = new Map<ParagraphBox, Line[]>();
    setLines(box, setParagraph, own);
    return { box, lines: own };
  };
  const paged = paginate(styled, lines, running);
  problems.push(...paged.problems);
  options.onStage?.('page');
  return { tree, styled, lines, pages: paged.document, problems };
}

/** Digits stand for the page numbers, which are known last. */
function faceRequests(styled: StyledDocument): FaceRequest[] {
  const requests: FaceRequest[] = [];
  const boxes = [styled.flow, styled.head?.box, styled.foot?.box].filter((box) => box !== undefined);
  for (const { inlines } of boxes.flatMap((box) => listParagraphs(box))) {
    for (const inline of inlines) {
      if (inline.kind === 'text') requests.push(request(inline.text, inline.lang, inline.weight, styled));
      else if (inline.kind === 'page-number') requests.push(request('0', inline.lang, inline.weight, styled));
      else if (inline.kind === 'ruby') {
        for (const { base, reading } of inline.parts) {
          requests.push(request(base, inline.lang, inline.weight, styled));
          requests.push(request(reading, inline.readingLang, inline.weight, styled));
        }
      }
    }
  }
  return requests;
}

const request = (
  text: string,
  lang: string,
  weight: 'regular' | 'bold',
  { lang: around }: StyledDocument,
): FaceRequest => ({
  text,
  lang,
  weight,
  around,
  path: '',
});

/** Nothing personal stands in the name of a copy for others. */
function fileName(document: DocumentName, plan: Plan, options: Omit<RenderOptions, 'host'>): string {
  if (plan.edition === 'personal') return `${options.stem ?? plan.case.carrier}-${document}.pdf`;
  return `${plan.case.carrier}-${document}-${plan.edition}.pdf`;
}

const hasErrors = (problems: readonly Problem[]): boolean => problems.some((p) => p.severity === 'error');

/** Two documents come to the same Problem twice. */
function distinct(problems: readonly Problem[]): ReportedProblem[] {
  const seen = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...seen.values()].map(reportProblem);
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function dumpStage(stage: DumpStage, html: string, set: SetDocument): string {
  switch (stage) {
    case 'html':
      return html;
    case 'tree':
      return set.tree ? dumpTree(set.tree) : '';
    case 'boxes':
      return set.styled ? dumpBoxes(set.styled) : '';
    case 'lines':
      return dumpLines(set.lines.values());
    case 'pages':
      return set.pages ? dumpPages(set.pages) : '';
    default:
      return set.pages ? dumpText(set.pages) : '';
  }
}
