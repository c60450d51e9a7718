import type { OutlineEntry, Page } from '../page/types.ts';
import { type Dictionary, type ObjectDocument, type Reference, textString } from './object-document.ts';

/** The bookmarks (ISO 32000-1 §12.3.3), all of them open; null when there are none. */
export function buildOutline(
  entries: OutlineEntry[],
  pages: Page[],
  pageObjects: Reference[],
  objects: ObjectDocument,
): Reference | null {
  if (entries.length === 0) return null;
  const root = objects.ref({ Type: 'Outlines' });
  const chain: { level: number; reference: Reference }[] = [{ level: 0, reference: root }];
  for (const entry of entries) {
    while (chain[chain.length - 1]!.level >= entry.level) chain.pop();
    const parent = chain[chain.length - 1]!.reference;
    const previous: Reference | undefined = parent.data.Last;
    const page = pageObjects[entry.pageIndex];
    if (!page) throw new Error(`bookmark on page ${entry.pageIndex + 1} of ${pages.length}`);
    const item: Dictionary = {
      Title: textString(entry.title),
      Parent: parent,
      Prev: previous,
      Dest: [page, 'XYZ', null, pages[entry.pageIndex]!.heightPt - entry.yPt, null],
    };
    const reference = objects.ref(item);
    if (previous) previous.data.Next = reference;
    else parent.data.First = reference;
    parent.data.Last = reference;
    for (const { reference: ancestor } of chain) ancestor.data.Count = (ancestor.data.Count ?? 0) + 1;
    chain.push({ level: entry.level, reference });
  }
  return root;
}
