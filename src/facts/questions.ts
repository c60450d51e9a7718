// In: a case, its facts, the table data/memo-rules.json. Out: the memo's rows that stand for it, each asked or settled.
// Refuses to decide sentences, answer types and pages: those are the memo's.

import type { Case } from '../case/types.ts';
import { confidenceOf, isSettled } from './confidence.ts';
import type { FactData } from './fact-data.ts';
import { conditionHolds, type MemoRule, type MemoRules } from './memo-rules.ts';
import type { AskReason, Fact, Facts, MemoQuestion } from './types.ts';

function stands(rule: MemoRule, customer: Case, facts: Facts): boolean {
  if (!(rule.when ?? []).every((condition) => conditionHolds(condition, customer, facts))) return false;
  return rule.whenAny?.some((condition) => conditionHolds(condition, customer, facts)) ?? true;
}

/** The strongest reason for asking among the row's facts. */
function doubtOf(paths: readonly string[], facts: Facts, today: string): AskReason {
  const known = paths.flatMap((path) => facts.facts[path] ?? []);
  if (known.length < paths.length) return 'unknown';
  if (known.every((fact) => isSettled(fact, today))) return 'settled';
  if (known.some((fact) => fact.conflict !== undefined || fact.value === 'conflicting')) return 'conflict';
  if (known.some((fact) => fact.confidence === 'low')) return 'low-confidence';
  if (known.some((fact) => confidenceOf(fact, today).stale)) return 'stale';
  return 'to-confirm';
}

function reasonFor(rule: MemoRule, facts: Facts, today: string): AskReason {
  if (rule.role !== 'clerk') return 'stated';
  return rule.ask === 'when-unsettled' ? doubtOf(rule.facts ?? [], facts, today) : 'personal';
}

/** `documents` names a list: all of its entries. */
function isUnder(path: string, fact: Fact): boolean {
  return fact.path.startsWith(path) && (fact.path.length === path.length || fact.path[path.length] === '.');
}

function idsUnder(paths: readonly string[], all: readonly Fact[]): string[] {
  const ids: string[] = [];
  for (const fact of all) {
    for (const path of paths) {
      if (!isUnder(path, fact)) continue;
      ids.push(fact.id);
      break;
    }
  }
  return ids;
}

/** Rows in the memo's order. Rows whose condition fails are absent; settled ones are there with `asked: false`. */
export function questionsByRule(facts: Facts, customer: Case, today: string, data: FactData): MemoQuestion[] {
  const { rows } = JSON.parse(data.memoRules) as MemoRules;
  const all = Object.values(facts.facts);
  return rows
    .filter((rule) => stands(rule, customer, facts))
    .map((rule) => {
      const why = reasonFor(rule, facts, today);
      const question: MemoQuestion = {
        id: rule.id,
        section: rule.section,
        role: rule.role,
        core: rule.core,
        priority: rule.priority,
        asked: rule.role === 'clerk' && why !== 'settled',
        why,
        facts: rule.facts ? idsUnder(rule.facts, all) : [],
        bold: rule.boldWhen !== undefined && conditionHolds(rule.boldWhen, customer, facts),
      };
      if (rule.mergedInto) question.mergedInto = rule.mergedInto;
      return question;
    });
}
