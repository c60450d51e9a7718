/** veraPDF, and what it says of a file. */
import { existsSync } from 'node:fs';
import { run } from './run.ts';

/** Rules by standard: PDF/UA-1 and PDF/A-2a. */
export const ruleCounts = { ua1: 106, '2a': 153 };

export interface Verdict {
  passedRules: number;
  failedRules: number;
  /** Clause and number of each rule that fails. */
  failed: string[];
}

/** Path of the jar, from .ci/fetch-verapdf. */
function findJar(): string {
  const jar = process.env.VERAPDF_JAR ?? '';
  if (!existsSync(jar)) throw new Error('VERAPDF_JAR names no file: .ci/fetch-verapdf gets it');
  return jar;
}

const wholeHeap = '-Xmx1g';

/** One run of the program for all files: it starts slowly. */
export function validate(flavour: string, paths: string[]): Map<string, Verdict> {
  const { stdout, stderr } = run('java', [
    wholeHeap,
    '-cp',
    findJar(),
    'org.verapdf.apps.GreenfieldCliWrapper',
    '--flavour',
    flavour,
    '--format',
    'xml',
    ...paths,
  ]);
  const verdicts = new Map<string, Verdict>();
  for (const [, job] of stdout.toString().matchAll(/<job>([\s\S]*?)<\/job>/g)) {
    const path = /<name>(.*?)<\/name>/.exec(job!)?.[1];
    const details = /<details passedRules="(\d+)" failedRules="(\d+)"/.exec(job!);
    if (!path || !details) continue;
    const rules = [...job!.matchAll(/<rule [^>]*?clause="([^"]*)" testNumber="(\d+)" status="failed"/g)];
    verdicts.set(path, {
      passedRules: Number(details[1]),
      failedRules: Number(details[2]),
      failed: rules.map(([, clause, number]) => `${clause}-${number}`),
    });
  }
  if (verdicts.size !== paths.length) {
    throw new Error(`veraPDF judged ${verdicts.size} of ${paths.length} files: ${stderr}`);
  }
  return verdicts;
}
