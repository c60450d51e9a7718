/**
 * The pipeline, in the order in which it runs: case → facts → schedule → fill → document → style → line → page → pdf.
 * This file and set-document.ts, its middle, alone import stages; no stage knows another but by its types.
 */
import { sheets as bundledSheets } from '#sheets';
import { templates as bundledTemplates } from '#templates';
import { checkOptions } from './case/check-options.ts';
import { emptyCase } from './case/empty-case.ts';
import { findAnswer, findLongAnswer } from './case/find-answer.ts';
import type { Case, DocumentName, Edition, Paper } from './case/types.ts';
import { validateCase } from './case/validate-case.ts';
import { dumpTree } from './document/dump-tree.ts';
import { bundledData } from './facts/carriers.ts';
import { findStaleFacts } from './facts/confidence.ts';
import { lookUpFacts } from './facts/look-up-facts.ts';
import { questionsByRule } from './facts/questions.ts';
import type { Facts } from './facts/types.ts';
import { fillTemplate } from './fill/fill-template.ts';
import type { TemplateSet, View } from './fill/types.ts';
import { buildView } from './fill/view.ts';
import { openFonts } from './font/open-fonts.ts';
import type { Host } from './host/types.ts';
import { dumpLines } from './line/dump-lines.ts';
import { dumpPages, dumpText } from './page/dump-pages.ts';
import { inspectPrint } from './page/inspect-print.ts';
import { inspectFile } from './pdf/inspect-file.ts';
import { paintPdf } from './pdf/paint-pdf.ts';
import { rememberDeflated } from './pdf/remember-deflated.ts';
import type { PdfCodecs } from './pdf/types.ts';
import { faultOf, hasErrors, inputProblem, type Problem, type ReportedProblem } from './problem.ts';
import { reportProblem } from './problem-sentence.ts';
import { planSchedule } from './schedule/plan-schedule.ts';
import type { Schedule } from './schedule/types.ts';
import { type SetDocument, type SetOptions, setDocument } from './set-document.ts';
import { type Cascade, openCascade } from './style/cascade.ts';
import { dumpBoxes } from './style/dump-boxes.ts';
import type { Sheet } from './style/sheet.ts';

export interface RenderOptions {
  /** In Node the package's own files and clock where it is absent; elsewhere it has to be given (`memoryHost`). */
  host?: Host;
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
  /** Reports too what print machines of shops spoil, on the pages and in the file. */
  inspectPrint?: boolean;
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
  const setOptions = (
    plan: Plan,
    document: DocumentName,
    options: Omit<RenderOptions, 'host'>,
  ): SetOptions => {
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
    options: Omit<RenderOptions, 'host'>,
    problems: Problem[],
  ): Promise<PaintedDocument | null> => {
    const html = fill(document, plan, options, problems);
    if (html === null) return null;
    options.onStage?.('fill');
    const set = await setDocument(html, fonts, setOptions(plan, document, options));
    problems.push(...set.problems.map((problem) => placed(problem, document, plan.case)));
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
        const bytes = files[index] as Uint8Array;
        if (options.inspectPrint) {
          const ofFile = [...printProblems, ...inspectFile(bytes)];
          problems.push(...ofFile.map((problem) => ({ ...problem, path: document })));
        }
        documents.push({ name: fileName(document, plan, options), document, bytes, pages });
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
        const html = fill(document, plan, options, problems);
        if (html === null) continue;
        const set = await setDocument(html, fonts, setOptions(plan, document, options));
        problems.push(...set.problems.map((problem) => placed(problem, document, plan.case)));
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
  const problems = [...checkOptions(options), ...checked.problems];
  if (!checked.value || hasErrors(problems)) return { plan: null, problems };
  options.onStage?.('case');
  const edition = options.edition ?? 'personal';
  const customer = withPrint(emptyCase(checked.value, edition), options);
  const today = options.today ?? host.today();
  const facts = lookUpFacts(customer, bundledData);
  problems.push(...findStaleFacts(facts, today));
  options.onStage?.('facts');
  const schedule = planSchedule(customer, facts, today);
  problems.push(...schedule.warnings);
  options.onStage?.('schedule');
  const templates = options.templates?.set ?? bundledTemplates;
  const questions = questionsByRule(facts, customer, today, bundledData);
  const given = { edition, today, templates, questions };
  const view = fromTemplates('*.json', options, problems, () => buildView(customer, facts, schedule, given));
  if (view === null) return { plan: null, problems };
  options.onStage?.('fill');
  const documents = options.documents ?? wantedDocuments(customer, facts);
  return { plan: { case: customer, facts, schedule, view, documents, templates, today, edition }, problems };
}

/** An option wins over the case. */
function withPrint(customer: Case, { paper, large, fillable }: Omit<RenderOptions, 'host'>): Case {
  const print = {
    ...customer.print,
    ...(paper === undefined ? {} : { paper }),
    ...(large === undefined ? {} : { large }),
    ...(fillable === undefined ? {} : { fillable }),
  };
  return Object.keys(print).length === 0 ? customer : { ...customer, print };
}

/** Only the checklist can be ticked on the screen; the memo is for the clerk's pen. */
const isFillable = (plan: Pick<Plan, 'case'>, document: DocumentName): boolean =>
  document === 'checklist' && (plan.case.print?.fillable ?? false);

/** Who sends somebody gets the letter too, where the carrier is known to take one. */
function wantedDocuments({ holder }: Case, { facts }: Facts): DocumentName[] {
  const sends = holder?.visitor === 'family' || holder?.visitor === 'proxy';
  return sends && facts.proxy ? ['checklist', 'memo', 'letter'] : ['checklist', 'memo'];
}

/** Nothing personal stands in the name of a copy for others. */
function fileName(document: DocumentName, plan: Plan, options: Omit<RenderOptions, 'host'>): string {
  if (plan.edition === 'personal') return `${options.stem ?? plan.case.carrier}-${document}.pdf`;
  return `${plan.case.carrier}-${document}-${plan.edition}.pdf`;
}

const fill = (
  document: DocumentName,
  { view, templates }: Plan,
  options: Omit<RenderOptions, 'host'>,
  problems: Problem[],
): string | null =>
  fromTemplates(document, options, problems, () => fillTemplate(document, view, templates).html);

/** A mistake in a template is its author's: a Problem where that is the user, a fault of ours otherwise. */
function fromTemplates<T>(
  file: string,
  options: Omit<RenderOptions, 'host'>,
  problems: Problem[],
  make: () => T,
): T | null {
  try {
    return make();
  } catch (error) {
    if (!options.templates) throw error;
    const fault = faultOf(error as Error);
    if (fault) {
      const { code, values, place } = fault;
      problems.push({
        severity: 'error',
        code,
        path: place === undefined ? file : `${file}/${place}`,
        values,
      });
    } else problems.push(inputProblem('template-not-readable', { file, reason: (error as Error).message }));
    return null;
  }
}

/** What a page says of a text is said of the answer that it comes from, all else of the document. */
function placed(problem: Problem, document: DocumentName, customer: Case): Problem {
  const { path } = problem;
  if (path !== '') return { ...problem, path: `${document}: ${path}` };
  return { ...problem, path: answerOf(problem, customer) || document };
}

function answerOf({ code, values }: Problem, customer: Case): string {
  if (code === 'box-too-tall') return findLongAnswer(customer);
  const text = values?.character ?? values?.text;
  return typeof text === 'string' ? findAnswer(customer, text) : '';
}

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
