import type { Problem } from '../problem.ts';
import type { Case } from './types.ts';

/** Answers that contradict each other. Days compare as text: YYYY-MM-DD sorts by time. */
export function compareAnswers(answers: Case): Problem[] {
  const { departure, line, holder, visit, payment } = answers;
  const problems: Problem[] = [];
  const later = (first: string | undefined, second: string | undefined): boolean =>
    first !== undefined && second !== undefined && first > second;
  const add = (severity: Problem['severity'], code: string, path: string, found: string, other: string) =>
    problems.push({ severity, code, path, values: { found, other } });

  if (later(line?.contractStart, departure)) {
    add('error', 'contract-after-departure', 'departure', departure!, line!.contractStart!);
  }
  if (later(line?.contractStart, visit?.date)) {
    add('error', 'contract-after-visit', 'visit.date', visit!.date!, line!.contractStart!);
  }
  // Somebody else may go to the shop for a person who has left.
  if (later(visit?.date, departure) && holder?.visitor !== 'family' && holder?.visitor !== 'proxy') {
    add('warning', 'visit-after-departure', 'visit.date', visit!.date!, departure!);
  }
  if (later(departure, holder?.residenceUntil)) {
    add(
      'warning',
      'stay-ends-before-departure',
      'holder.residenceUntil',
      holder!.residenceUntil!,
      departure!,
    );
  }
  if (later(visit?.date, payment?.bankAccountCloses)) {
    const closes = payment!.bankAccountCloses!;
    add('warning', 'bank-closes-before-visit', 'payment.bankAccountCloses', closes, visit!.date!);
  }
  for (const [path, found] of datesOf(answers)) {
    // Mobile numbers have had eleven digits since 1 January 1999: no contract of today is older.
    if (found < '1999-01-01' || found > '2049-12-31') {
      problems.push({ severity: 'warning', code: 'unlikely-date', path, values: { found } });
    }
  }
  return problems;
}

function datesOf(answers: Case): [path: string, day: string][] {
  const { departure, line, holder, visit, payment } = answers;
  const all: [string, string | undefined][] = [
    ['departure', departure],
    ['line.contractStart', line?.contractStart],
    ['holder.residenceUntil', holder?.residenceUntil],
    ['visit.date', visit?.date],
    ['payment.bankAccountCloses', payment?.bankAccountCloses],
  ];
  return all.filter((entry): entry is [string, string] => entry[1] !== undefined);
}
