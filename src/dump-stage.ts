/** What a stage has made, as text to read and to compare. */
import { dumpTree } from './document/dump-tree.ts';
import { dumpLines } from './line/dump-lines.ts';
import { dumpPages, dumpText } from './page/dump-pages.ts';
import type { Plan } from './plan-documents.ts';
import type { SetDocument } from './set-document.ts';
import { dumpBoxes } from './style/dump-boxes.ts';

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

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Of the stages before the template is filled; null for the others. */
export function dumpPlan(stage: DumpStage, { case: customer, facts, schedule }: Plan): string | null {
  if (stage === 'case') return json(customer);
  if (stage === 'facts') return json(facts);
  return stage === 'schedule' ? json(schedule) : null;
}

/** Of one document, from the filled template on. */
export function dumpSet(stage: DumpStage, html: string, set: SetDocument): string {
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
