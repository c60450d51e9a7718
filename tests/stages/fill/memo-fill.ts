// Fills memo and letter from the templates on the disk, by the real stages before them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyCase } from '../../../src/case/empty-case.ts';
import type { Case, DocumentName, Edition } from '../../../src/case/types.ts';
import { bundledData } from '../../../src/facts/carriers.ts';
import { lookUpFacts } from '../../../src/facts/look-up-facts.ts';
import { questionsByRule } from '../../../src/facts/questions.ts';
import { compileTemplates } from '../../../src/fill/compile-templates.ts';
import { fillTemplate } from '../../../src/fill/fill-template.ts';
import type { DocumentTemplates, TemplateSet, View } from '../../../src/fill/types.ts';
import { buildView } from '../../../src/fill/view.ts';
import { planSchedule } from '../../../src/schedule/plan-schedule.ts';
import { filesBelow } from '../../support/files-below.ts';

export const TODAY = '2027-01-15';
export const CARRIERS = bundledData.ids;
const FOLDER = join(import.meta.dirname, '..', '..', '..', 'templates');

export function templateFiles(folder: string, ending: string): [string, string][] {
  return filesBelow(join(FOLDER, folder), ending).map((name) => [
    name.slice(0, -ending.length),
    readFileSync(join(FOLDER, folder, name), 'utf8'),
  ]);
}

const readWords = (name: string) => JSON.parse(readFileSync(join(FOLDER, 'words', `${name}.json`), 'utf8'));

function readDocument(name: DocumentName, compiled: boolean): DocumentTemplates {
  const shared = templateFiles('shared', '.hbs').map(([path, source]) => [`shared/${path}`, source]);
  const sources = compiled ? Object.fromEntries([...shared, ...templateFiles(name, '.hbs')]) : {};
  const tables = templateFiles(name, '.json').map(([path, text]) => [path, JSON.parse(text)]);
  return compileTemplates(sources, Object.fromEntries(tables));
}

export const templates: TemplateSet = {
  documents: {
    checklist: readDocument('checklist', false),
    memo: readDocument('memo', true),
    letter: readDocument('letter', true),
  },
  dates: readWords('dates'),
  units: readWords('units'),
};

export function viewOf(answered: Case, edition: Edition = 'personal'): View {
  const customer = emptyCase(answered, edition);
  const facts = lookUpFacts(customer, bundledData);
  const schedule = planSchedule(customer, facts, TODAY);
  const questions = questionsByRule(facts, customer, TODAY, bundledData);
  return buildView(customer, facts, schedule, { edition, today: TODAY, templates, questions });
}

export function fill(document: 'memo' | 'letter', answered: Case, edition: Edition = 'personal'): string {
  return fillTemplate(document, viewOf(answered, edition), templates).html;
}

/** What is read: tags and readings gone. */
export function textOf(html: string): string {
  return html
    .replace(/<rt>.*?<\/rt>/gu, '')
    .replace(/<[^>]*>/gu, '')
    .replace(/&#160;/gu, ' ');
}

export const DOCOMO: Case = {
  carrier: 'ntt-docomo',
  reason: 'leaving-japan',
  departure: '2027-03-28',
  line: { number: '090-1234-5678', closingDay: 'end', sim: 'physical', numberPlan: 'cancel', pinKnown: true },
  handset: { instalments: 'remaining', returnProgramme: false },
  holder: { nameRoman: 'WANG XIAOMING', nameKanji: '王暁明', nameKana: 'オウ ギョウメイ', visitor: 'self' },
  visit: { channel: 'shop', date: '2027-03-23' },
  payment: { method: 'bank-account', bankAccountCloses: '2027-05-31' },
  papers: ['residence-card', 'passport'],
  contactAfter: { email: 'someone@example.com' },
};

/** docomo's case with some answers changed; `line` and the like are merged. */
export function changed(change: Partial<Case>): Case {
  const merged: Record<string, unknown> = { ...DOCOMO };
  for (const [key, value] of Object.entries(change)) {
    const before = merged[key];
    const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
    merged[key] = isGroup ? { ...(before as object), ...value } : value;
  }
  return merged as unknown as Case;
}
