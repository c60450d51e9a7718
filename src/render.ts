/**
 * The pipeline, in the order in which it runs: case → facts → schedule → fill → document → style → line → page → pdf.
 * This file, plan-documents.ts, its beginning, and set-document.ts, its middle, run the stages; no stage knows another but
 * by its types.
 */
import { sheets as bundledSheets } from '#sheets';
import type { DocumentName } from './case/types.ts';
import { type DumpStage, dumpPlan, dumpSet } from './dump-stage.ts';
import { fillTemplate } from './fill/fill-template.ts';
import { openFonts } from './font/open-fonts.ts';
import { fromTemplates, type OwnTemplates } from './from-templates.ts';
import type { Host } from './host/types.ts';
import { nameDocument } from './name-document.ts';
import { inspectPrint } from './page/inspect-print.ts';
import { inspectFile } from './pdf/inspect-file.ts';
import { paintPdf } from './pdf/paint-pdf.ts';
import { rememberDeflated } from './pdf/remember-deflated.ts';
import type { PdfCodecs } from './pdf/types.ts';
import { placeProblem, reportOnce } from './place-problem.ts';
import { type Plan, type PlanOptions, planDocuments } from './plan-documents.ts';
import { hasErrors, type Problem, type ReportedProblem } from './problem.ts';
import { reportProblem } from './problem-sentence.ts';
import type { Schedule } from './schedule/types.ts';
import { type SetOptions, setDocument } from './set-document.ts';
import { type Cascade, openCascade } from './style/cascade.ts';
import type { Sheet } from './style/sheet.ts';

export interface RenderOptions extends PlanOptions {
  /** In Node the package's own files and clock where it is absent; elsewhere it has to be given (`memoryHost`). */
  host?: Host;
  /** Names of personal documents begin with it: the case file's name without its ending. */
  stem?: string;
  /** Reports too what print machines of shops spoil, on the pages and in the file. */
  inspectPrint?: boolean;
}

/** What a renderer, which has its host, is asked for. */
export interface RenderSettings extends Omit<RenderOptions, 'host'>, OwnTemplates {}

export interface RenderedDocument {
  name: string;
  document: DocumentName;
  /** In memory of its own: a Blob or a Response takes it as it is. */
  bytes: Uint8Array<ArrayBuffer>;
  pages: number;
}

export interface Rendered {
  documents: RenderedDocument[];
  problems: ReportedProblem[];
  schedule: Schedule | null;
}

/** Keeps what all documents share: the faces that have been opened and the sheets. */
export interface Renderer {
  render(input: unknown, options: RenderSettings): Promise<Rendered>;
  dump(
    input: unknown,
    options: RenderSettings,
    stage: DumpStage,
  ): Promise<{ text: string; problems: ReportedProblem[] }>;
}

interface PaintedDocument {
  document: DocumentName;
  pages: number;
  bytes: Promise<Uint8Array>;
  printProblems: Problem[];
}

export async function render(input: unknown, options: RenderOptions = {}): Promise<Rendered> {
  const { host, ...chosen } = options;
  if (host === undefined)
    throw new TypeError('generate: without Node options.host is needed, see memoryHost');
  return createRenderer(host).render(input, chosen);
}

/** Methods of the host stay its own: it may be an object of a class. */
function codecsOf(host: Host): PdfCodecs {
  return {
    deflate: rememberDeflated(host.deflate && ((bytes) => host.deflate!(bytes))),
    ...(host.latin1Bytes ? { latin1Bytes: (text) => host.latin1Bytes!(text) } : {}),
  };
}

export function createRenderer(host: Host): Renderer {
  const fonts = openFonts(host);
  const codecs = codecsOf(host);
  /** For the bundled sheets; a handful, by document and print settings. */
  const cascades = new Map<string, Cascade>();
  const cascadeOf = (sheets: Sheet[], media: Record<string, string>, document: DocumentName): Cascade => {
    const key = `${document} ${Object.values(media).join(' ')}`;
    const cascade = cascades.get(key) ?? openCascade(sheets, media);
    cascades.set(key, cascade);
    return cascade;
  };
  const setOptions = (plan: Plan, document: DocumentName, options: RenderSettings): SetOptions => {
    const all = options.templates?.sheets ?? bundledSheets;
    const sheets = [all.base, all[document]].filter((sheet): sheet is Sheet => sheet !== undefined);
    const ruby = plan.case.print?.ruby ?? 'furigana';
    const media = {
      paper: plan.case.print?.paper ?? 'A4',
      large: String(plan.case.print?.large ?? false),
      ruby,
    };
    return {
      sheets,
      media,
      ...(options.templates ? { checksValues: true } : { cascade: cascadeOf(sheets, media, document) }),
      fillable: isFillable(plan, document),
      ruby: ruby !== 'none',
      ...(options.onStage ? { onStage: options.onStage } : {}),
    };
  };
  /** A function of its own, so that nothing of a document but its file is held while the next one is set. */
  const setAndPaint = async (
    document: DocumentName,
    plan: Plan,
    options: RenderSettings,
    problems: Problem[],
  ): Promise<PaintedDocument | null> => {
    const html = fill(document, plan, options, problems);
    if (html === null) return null;
    options.onStage?.('fill');
    const set = await setDocument(html, fonts, setOptions(plan, document, options));
    problems.push(...set.problems.map((problem) => placeProblem(problem, document, plan.case)));
    if (!set.pages || hasErrors(problems)) return null;
    const metadata = {
      createdOn: plan.today,
      otherTitles: set.styled?.otherTitles ?? [],
    };
    const faces = { fontObject: fonts.font };
    // Not awaited yet: the host may deflate it while the next document is set.
    const bytes = paintPdf(set.pages, faces, metadata, codecs);
    // Where it fails meanwhile, that is told when all are awaited.
    bytes.catch(() => undefined);
    options.onStage?.('pdf');
    const printProblems = options.inspectPrint ? inspectPrint(set.pages, fonts.measure) : [];
    return { document, pages: set.pages.pages.length, bytes, printProblems };
  };
  return {
    async render(input, options) {
      const { plan, problems } = planDocuments(input, host, options);
      if (!plan) return { documents: [], problems: problems.map(reportProblem), schedule: null };
      const painted: PaintedDocument[] = [];
      for (const document of plan.documents) {
        const one = await setAndPaint(document, plan, options, problems);
        if (one) painted.push(one);
      }
      const documents: RenderedDocument[] = [];
      const files = await Promise.all(painted.map(({ bytes }) => bytes));
      options.onStage?.('pdf');
      for (const [index, { document, pages, printProblems }] of painted.entries()) {
        // Joined of many pieces, and so never in shared memory.
        const bytes = files[index] as Uint8Array<ArrayBuffer>;
        if (options.inspectPrint) {
          const ofFile = [...printProblems, ...inspectFile(bytes)];
          problems.push(...ofFile.map((problem) => ({ ...problem, path: document })));
        }
        documents.push({ name: nameDocument(document, plan, options.stem), document, bytes, pages });
      }
      const failed = hasErrors(problems);
      return { documents: failed ? [] : documents, problems: reportOnce(problems), schedule: plan.schedule };
    },
    async dump(input, options, stage) {
      const { plan, problems } = planDocuments(input, host, options);
      if (!plan) return { text: '', problems: problems.map(reportProblem) };
      const planned = dumpPlan(stage, plan);
      if (planned !== null) return { text: planned, problems: reportOnce(problems) };
      const texts: string[] = [];
      for (const document of plan.documents) {
        const html = fill(document, plan, options, problems);
        if (html === null) continue;
        const set = await setDocument(html, fonts, setOptions(plan, document, options));
        problems.push(...set.problems.map((problem) => placeProblem(problem, document, plan.case)));
        texts.push(dumpSet(stage, html, set));
      }
      return { text: texts.join('\f'), problems: reportOnce(problems) };
    },
  };
}

/** Only the checklist can be ticked on the screen; the memo is for the clerk's pen. */
const isFillable = (plan: Pick<Plan, 'case'>, document: DocumentName): boolean =>
  document === 'checklist' && (plan.case.print?.fillable ?? false);

const fill = (
  document: DocumentName,
  { view, templates }: Plan,
  options: RenderSettings,
  problems: Problem[],
): string | null =>
  fromTemplates(document, options, problems, () => fillTemplate(document, view, templates).html);
