import type { Problem } from '../problem.ts';
import type { Case } from './types.ts';

/** Answers that contradict each other. Days compare as text: YYYY-MM-DD sorts by time. */
export function compareAnswers(answers: Case): Problem[] {
  const { departure, line, holder, visit } = answers;
  const problems: Problem[] = [];
  const later = (first: string | undefined, second: string | undefined): boolean =>
    first !== undefined && second !== undefined && first > second;
  const report = (severity: Problem['severity'], code: string, path: string, found: string, other: string) =>
    problems.push({ severity, code, path, values: { found, other } });

  if (later(line?.contractStart, departure)) {
    report('error', 'contract-after-departure', 'departure', departure!, line!.contractStart!);
  }
  if (later(line?.contractStart, visit?.date)) {
    report('error', 'contract-after-visit', 'visit.date', visit!.date!, line!.contractStart!);
  }
  if (later(departure, holder?.residenceUntil)) {
    report(
      'warning',
      'stay-ends-before-departure',
      'holder.residenceUntil',
      holder!.residenceUntil!,
      departure!,
    );
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
