import type { Inline, TextInline } from './types.ts';

/**
 * Text that is like the text before it joins it, so that the line stage has one run to set: most of all words without
 * their readings. Two fields side by side stay two.
 */
export function addText(added: TextInline, out: Inline[]): void {
  const before = out[out.length - 1];
  if (before !== undefined && before.kind === 'text' && areAlike(before, added)) before.text += added.text;
  else out.push(added);
}

const areAlike = (a: TextInline, b: TextInline): boolean =>
  a.struct === b.struct &&
  a.sizePt === b.sizePt &&
  a.weight === b.weight &&
  a.lang === b.lang &&
  a.field === undefined &&
  b.field === undefined &&
  a.emphasis === b.emphasis;
