import type { Problem } from '../problem.ts';
import type { Paragraph, Run } from './paragraph.ts';

/**
 * One paragraph after the other in the same columns: most have a dozen cells, and making fifteen arrays for each takes
 * longer than setting it.
 */
export class Workspace {
  #paragraph = makeParagraph(256);

  /** What makes a cell odd is 0, the other columns are to be written. The paragraph before, summed by now, is gone. */
  open(runs: Run[], problems: Problem[], capacity: number): Paragraph {
    if (capacity > this.#paragraph.codePoints.length) this.#paragraph = makeParagraph(2 * capacity);
    const paragraph = this.#paragraph;
    clearOdd(paragraph);
    paragraph.count = 0;
    paragraph.runs = runs;
    paragraph.problems = problems;
    paragraph.hasHardBreaks = false;
    paragraph.hasFills = false;
    return paragraph;
  }
}

function clearOdd(paragraph: Paragraph): void {
  const { odd, oddCount, leftPt, rightPt, startPt, endPt, gapPt, hanging } = paragraph;
  for (let k = 0; k < oddCount; k++) {
    const cell = odd[k] as number;
    leftPt[cell] = 0;
    rightPt[cell] = 0;
    startPt[cell] = 0;
    endPt[cell] = 0;
    gapPt[cell] = 0;
    hanging[cell] = 0;
  }
  paragraph.oddCount = 0;
}

function makeParagraph(capacity: number): Paragraph {
  const points = (): Float64Array => new Float64Array(capacity);
  return {
    count: 0,
    runs: [],
    problems: [],
    hasHardBreaks: false,
    hasFills: false,
    codePoints: new Int32Array(capacity),
    runOf: new Int32Array(capacity),
    advancePt: points(),
    leftPt: points(),
    rightPt: points(),
    startPt: points(),
    endPt: points(),
    gapPt: points(),
    hanging: new Uint8Array(capacity),
    plain: new Uint8Array(capacity),
    isEven: true,
    odd: new Int32Array(capacity),
    oddCount: 0,
    classes: new Uint8Array(capacity),
    breaks: new Uint8Array(capacity),
    sum: new Float64Array(capacity + 1),
    visibleEnd: new Int32Array(capacity + 1),
  };
}
