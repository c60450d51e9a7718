import type { BoxFrame, Inline, StyledBox, StyledDocument } from './types.ts';

const n = (value: number): string => String(Math.round(value * 100) / 100);

/** One line a box: kind, place, width, what keeps it, then its inlines. */
export function dumpBoxes(document: StyledDocument): string {
  const lines: string[] = [];
  const { page, flow, heads, feet } = document;
  lines.push(
    `page ${n(page.widthPt)} × ${n(page.heightPt)} foot ${n(page.footPt)} [${document.lang}] ${document.title}`,
  );
  walk(flow, 0, lines);
  for (const { box, pages } of [...heads, ...feet]) {
    lines.push(`running on ${pages} pages`);
    walk(box, 1, lines);
  }
  return `${lines.join('\n')}\n`;
}

function walk(box: StyledBox, depth: number, lines: string[]): void {
  lines.push(`${'  '.repeat(depth)}${box.kind} ${dumpFrame(box.frame)}`);
  if (box.kind === 'stack') for (const child of box.children) walk(child, depth + 1, lines);
  if (box.kind === 'row') for (const cell of box.cells) walk(cell.box, depth + 1, lines);
  if (box.kind === 'paragraph') {
    const { leadingPt, align, wrap } = box.style;
    lines.push(
      `${'  '.repeat(depth + 1)}/${n(leadingPt)} ${align} ${wrap} ${box.inlines.map(dumpInline).join(' ')}`,
    );
  }
  if (box.kind === 'time-line') {
    const parts = [
      ...box.bars.flatMap((b) => b.label),
      ...box.events.flatMap((e) => e.lines),
      ...box.months.map((m) => m.label),
    ];
    for (const part of parts) walk(part, depth + 1, lines);
  }
}

function dumpFrame(frame: BoxFrame): string {
  const keeps = [
    frame.keepTogether ? 'together' : '',
    frame.style.keepWithNext ? 'with-next' : '',
    frame.style.startsPage ? 'starts-page' : '',
    frame.repeat === 'none' ? '' : frame.repeat,
  ].filter((keep) => keep !== '');
  const border = Object.values(frame.style.border).some((side) => side > 0)
    ? ` border ${Object.values(frame.style.border).map(n).join(' ')}`
    : '';
  const margins = `${n(frame.marginTopPt)}/${n(frame.marginBottomPt)}`;
  return `x ${n(frame.xPt)} w ${n(frame.widthPt)} m ${margins}${border}${keeps.map((keep) => ` ${keep}`).join('')}`;
}

function dumpInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return `${inline.lang} ${n(inline.sizePt)}${inline.weight === 'bold' ? 'b' : ''} ${JSON.stringify(inline.text)}`;
    case 'ruby':
      return `ruby ${inline.parts.map((part) => `${part.base}(${part.reading})`).join('')}`;
    case 'object':
      return `<${inline.drawing.kind} ${n(inline.widthPt)}>`;
    case 'space':
      return `<space ${n(inline.widthPt)}>`;
    default:
      return `<${inline.kind}>`;
  }
}
