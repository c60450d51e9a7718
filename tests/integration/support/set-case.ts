/** The pipeline as src/render.ts runs it, open between its stages, so that a test can look at what passes. */
import { sheets } from '#sheets';
import { templates } from '#templates';
import { emptyCase } from '../../../src/case/empty-case.ts';
import type { DocumentName, Edition, Paper } from '../../../src/case/types.ts';
import { validateCase } from '../../../src/case/validate-case.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';
import type { TreeElement } from '../../../src/document/types.ts';
import { bundledData } from '../../../src/facts/carriers.ts';
import { lookUpFacts } from '../../../src/facts/look-up-facts.ts';
import { questionsByRule } from '../../../src/facts/questions.ts';
import { fillTemplate } from '../../../src/fill/fill-template.ts';
import type { View } from '../../../src/fill/types.ts';
import { buildView } from '../../../src/fill/view.ts';
import { openFonts } from '../../../src/font/open-fonts.ts';
import type { FontLibrary } from '../../../src/font/types.ts';
import { nodeHost } from '../../../src/host/node.ts';
import type { Problem } from '../../../src/problem.ts';
import { planSchedule } from '../../../src/schedule/plan-schedule.ts';
import type { Schedule } from '../../../src/schedule/types.ts';
import { type SetDocument, setDocument } from '../../../src/set-document.ts';
import type { Sheet } from '../../../src/style/sheet.ts';

export const TODAY = '2027-01-15';
export const DOCUMENTS = (['checklist', 'memo', 'letter'] as const).filter(
  (document) => templates.documents[document].specs.main !== undefined,
);

export interface Setting {
  today?: string;
  edition?: Edition;
  paper?: Paper;
  large?: boolean;
}

export interface Planned {
  view: View;
  schedule: Schedule;
  problems: Problem[];
}

/** Stages 1 to 3, and the view; a case that is refused is a mistake of the test. */
export function planCase(input: unknown, { today = TODAY, edition = 'personal' }: Setting = {}): Planned {
  const checked = validateCase(input);
  if (!checked.value) throw new Error(`refused: ${JSON.stringify(checked.problems)}`);
  const customer = emptyCase(checked.value, edition);
  const facts = lookUpFacts(customer, bundledData);
  const schedule = planSchedule(customer, facts, today);
  const questions = questionsByRule(facts, customer, today, bundledData);
  const view = buildView(customer, facts, schedule, { edition, today, templates, questions });
  return { view, schedule, problems: [...checked.problems, ...schedule.warnings] };
}

export const fillDocument = (document: DocumentName, { view }: Planned): string =>
  fillTemplate(document, view, templates).html;

/** Stage 5 alone: the tree, or the Problems that hinder it. */
export function treeOf(html: string): { root: TreeElement; problems: Problem[] } {
  const { value, problems } = parseDocument(html);
  if (!value) throw new Error(`no tree: ${JSON.stringify(problems)}`);
  return { root: value.root, problems };
}

/** Sets documents with one set of open faces. */
export class Setter {
  readonly fonts: FontLibrary = openFonts(nodeHost());
  private readonly sheets: Readonly<Record<string, Sheet>> = sheets;

  setHtml(html: string, document: DocumentName, view: View, setting: Setting = {}): Promise<SetDocument> {
    const { print } = view[document];
    const sheets = [this.sheets.base, this.sheets[document]].filter((sheet) => sheet !== undefined);
    const ruby = print.furigana ? (print.pinyin ? 'both' : 'furigana') : print.pinyin ? 'pinyin' : 'none';
    return setDocument(html, this.fonts, {
      sheets,
      media: { paper: setting.paper ?? print.paper, large: String(setting.large ?? print.large), ruby },
      fillable: false,
      ruby: ruby !== 'none',
    });
  }

  set(input: unknown, document: DocumentName, setting: Setting = {}): Promise<SetDocument> {
    const planned = planCase(input, setting);
    return this.setHtml(fillDocument(document, planned), document, planned.view, setting);
  }
}
