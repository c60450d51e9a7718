import type { PagedDocument, PageItem } from './types.ts';

const n = (value: number): string => String(Math.round(value * 100) / 100);

/** Every item with its place: what the painter gets, readable. */
export function dumpPages(document: PagedDocument): string {
  const lines: string[] = [];
  document.pages.forEach((page, index) => {
    lines.push(`page ${index + 1} ${n(page.widthPt)} × ${n(page.heightPt)}`);
    for (const item of page.items) lines.push(`  ${dumpItem(item, document)}`);
  });
  for (const { level, title, pageIndex } of document.outline)
    lines.push(`bookmark ${level} ${title} → ${pageIndex + 1}`);
  return `${lines.join('\n')}\n`;
}

function dumpItem(item: PageItem, document: PagedDocument): string {
  const role =
    item.struct === null ? 'artifact' : `${document.structure[item.struct]?.type ?? '?'}#${item.struct}`;
  switch (item.kind) {
    case 'text': {
      const spacing = item.adjustEm ? ` spacing ${item.adjustEm.map(n).join(' ')}` : '';
      return `${n(item.xPt)},${n(item.yPt)} ${item.face} ${n(item.sizePt)} [${item.lang}] ${role} ${JSON.stringify(item.text)}${spacing}`;
    }
    case 'path': {
      const paint = `${item.fill === undefined ? '' : ` fill ${n(item.fill)}`}${item.stroke ? ` stroke ${n(item.stroke.widthPt)}` : ''}`;
      const first = item.operators[0] ?? [];
      return `${first.map((v) => (typeof v === 'number' ? n(v) : v)).join(' ')} … ${item.operators.length} operators${paint} ${role}`;
    }
    case 'link':
      return `${item.areas.map(({ xPt, yPt }) => `${n(xPt)},${n(yPt)}`).join(' ')} link ${item.href} ${role}`;
    case 'check-box':
      return `${n(item.xPt)},${n(item.yPt)} field ${item.name} ${item.checked ? 'ticked' : 'open'} ${role}`;
  }
}

/** The text of the pages in content order, a line for each baseline; a ruby base stands before its reading. */
export function dumpText(document: PagedDocument): string {
  return document.pages
    .map((page) => {
      const lines: string[] = [];
      let yPt = Number.NaN;
      for (const item of page.items) {
        if (item.kind !== 'text') continue;
        if (item.yPt === yPt) lines[lines.length - 1] += item.text;
        else lines.push(item.text);
        yPt = item.yPt;
      }
      return `${lines.join('\n')}\n`;
    })
    .join('\n');
}
