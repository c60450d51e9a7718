/** Every paragraph of a box, set in lines. */
import type { ParagraphBox, StyledBox } from '../style/types.ts';
import type { Line } from './types.ts';

export type SetParagraph = (box: ParagraphBox) => Line[];

/** Sets all paragraphs below `box` that `lines` has not yet. */
export function setLines(box: StyledBox, setParagraph: SetParagraph, lines: Map<ParagraphBox, Line[]>): void {
  for (const paragraph of listParagraphs(box)) {
    if (!lines.has(paragraph)) lines.set(paragraph, setParagraph(paragraph));
  }
}

/** The paragraphs of a box in reading order. */
export function listParagraphs(box: StyledBox): ParagraphBox[] {
  const found: ParagraphBox[] = [];
  collect(box, found);
  return found;
}

function collect(box: StyledBox, found: ParagraphBox[]): void {
  switch (box.kind) {
    case 'paragraph':
      found.push(box);
      for (const inline of box.inlines) {
        if (inline.kind === 'object' && inline.drawing.kind === 'writing-line' && inline.drawing.value) {
          found.push(inline.drawing.value);
        }
      }
      break;
    case 'stack':
      for (const child of box.children) collect(child, found);
      break;
    case 'row':
      for (const cell of box.cells) collect(cell.box, found);
      break;
    case 'time-line':
      for (const bar of box.bars) found.push(...bar.label);
      for (const event of box.events) found.push(...event.lines);
      for (const month of box.months) found.push(month.label);
      found.push(...box.numbers.values());
      break;
    default:
  }
}
