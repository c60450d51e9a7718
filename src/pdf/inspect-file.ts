import type { Problem } from '../problem.ts';

/** Bytes: what every print machine and every chat takes. */
const largestFile = 1_000_000;
/** Newer than this, machines refuse. */
const newestVersion = 1.7;

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** What a print machine of a shop asks of a file, whatever is on its pages. */
export function inspectFile(bytes: Uint8Array): Problem[] {
  const problems: Problem[] = [];
  const report = (code: string, values: Record<string, string | number>): void => {
    problems.push({ severity: 'error', code, path: '', values });
  };
  const version = /^%PDF-(\d\.\d)/.exec(latin1(bytes.subarray(0, 8)))?.[1] ?? '';
  if (version === '' || Number(version) > newestVersion) {
    report('print-version', { found: version, limit: newestVersion });
  }
  if (bytes.length >= largestFile) {
    report('print-large-file', {
      found: Math.ceil(bytes.length / 1000),
      limit: largestFile / 1000,
    });
  }
  // The dictionary of the cross-reference stream stands in the last bytes, and is never deflated.
  if (latin1(bytes.subarray(-8192)).includes('/Encrypt')) report('print-encrypted', {});
  return problems;
}
