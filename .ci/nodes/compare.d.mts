interface Work {
  found: ReadonlyMap<string, string>;
  out: string;
  peakMb: number;
}
export function findFaults(here: Work, there: Work, readPdf?: (path: string) => string): string[];
