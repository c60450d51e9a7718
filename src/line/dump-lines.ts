import type { Fragment, Line } from './types.ts';

const n = (value: number): string => String(Math.round(value * 1000) / 1000);

/** Paragraphs apart by an empty line; each line with its width, what ended it, and its fragments. */
export function dumpLines(paragraphs: Iterable<Line[]>): string {
  const blocks: string[] = [];
  for (const lines of paragraphs) {
    blocks.push(
      lines
        .map((line) => `${n(line.widthPt)} ${line.break}: ${line.fragments.map(dumpFragment).join(' ')}`)
        .join('\n'),
    );
  }
  return `${blocks.join('\n\n')}\n`;
}

function dumpFragment(fragment: Fragment): string {
  if (fragment.kind === 'object')
    return `<${fragment.drawing.kind} ${n(fragment.xPt)}+${n(fragment.widthPt)}>`;
  const role = fragment.role === 'text' ? '' : ` ${fragment.role}`;
  const spacing = fragment.adjustEm ? ` {${fragment.adjustEm.map(n).join(' ')}}` : '';
  return `${n(fragment.xPt)} ${fragment.face}${role} ${JSON.stringify(fragment.text)}${spacing}`;
}
