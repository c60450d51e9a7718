import type { PagedDocument, PageItem, PathOperator } from './types.ts';

/** The same pages at another size: A3 is the A4 page at 141 %, nothing else. */
export function scalePages(document: PagedDocument, factor: number): PagedDocument {
  return {
    ...document,
    pages: document.pages.map((page) => ({
      widthPt: page.widthPt * factor,
      heightPt: page.heightPt * factor,
      items: page.items.map((item) => scaleItem(item, factor)),
    })),
    outline: document.outline.map((entry) => ({ ...entry, yPt: entry.yPt * factor })),
  };
}

function scaleItem(item: PageItem, factor: number): PageItem {
  if (item.kind === 'path') {
    const operators = item.operators.map(
      ([op, ...at]) => [op, ...at.map((v) => v * factor)] as unknown as PathOperator,
    );
    if (!item.stroke) return { ...item, operators };
    const { widthPt, dashPt } = item.stroke;
    const dash = dashPt ? { dashPt: dashPt.map((v) => v * factor) } : {};
    return { ...item, operators, stroke: { ...item.stroke, widthPt: widthPt * factor, ...dash } };
  }
  if (item.kind === 'link') {
    const areas = item.areas.map(({ xPt, yPt, widthPt, heightPt }) => ({
      xPt: xPt * factor,
      yPt: yPt * factor,
      widthPt: widthPt * factor,
      heightPt: heightPt * factor,
    }));
    return { ...item, areas };
  }
  return { ...item, xPt: item.xPt * factor, yPt: item.yPt * factor, sizePt: item.sizePt * factor };
}
