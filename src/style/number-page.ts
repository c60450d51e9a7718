import type { ParagraphBox, StyledBox } from './types.ts';

/** A running head or foot as it stands on one page: its page numbers become text. */
export function numberPage(box: StyledBox, page: number, total: number): StyledBox {
  switch (box.kind) {
    case 'paragraph':
      return numberParagraph(box, page, total);
    case 'stack':
      return { ...box, children: box.children.map((child) => numberPage(child, page, total)) };
    case 'row':
      return {
        ...box,
        cells: box.cells.map((cell) => ({ ...cell, box: numberPage(cell.box, page, total) })),
      };
    default:
      return box;
  }
}

/** One without page numbers is the same on every page, and set once. */
function numberParagraph(box: ParagraphBox, page: number, total: number): ParagraphBox {
  if (!box.inlines.some(({ kind }) => kind === 'page-number')) return box;
  const inlines = box.inlines.map((inline) => {
    if (inline.kind !== 'page-number') return inline;
    const { lang, weight, sizePt, which } = inline;
    return {
      kind: 'text' as const,
      text: String(which === 'number' ? page : total),
      lang,
      weight,
      sizePt,
      struct: null,
    };
  });
  return { ...box, inlines };
}
