import type { TreeElement } from '../document/types.ts';
import type { StyledPath } from './cascade.ts';
import { tipOf } from './plain-text.ts';
import type { StyleContext } from './style-context.ts';
import type { Drawing, Inline, ObjectInline, StructId } from './types.ts';

/** Visual grid: 1.4 mm. */
const GAP_PT = 1.4 * (72 / 25.4);

/** An open box among words is one of them. */
const OPEN_BOX = '\u25a1';

type CheckBoxDrawing = Extract<Drawing, { kind: 'check-box' }>;

/** The box of a `check-box`, `choice` or `check-item`; beside its text one with `alt` tells something, one without is only paper. */
export function checkBox(
  node: TreeElement,
  path: StyledPath,
  struct: StructId,
  context: StyleContext,
): ObjectInline {
  const { boxSizePt, fontSizePt } = path.style;
  const lang = node.lang ?? context.lang;
  const { alt, name, tip } = node.attributes;
  const isField = context.fillable && struct !== null && (name !== undefined || node.name === 'check-item');
  const drawing: CheckBoxDrawing = {
    kind: 'check-box',
    sizePt: boxSizePt,
    checked: node.attributes.checked !== undefined,
  };
  let own: StructId = null;
  if (isField) {
    // Every item of a list can be ticked on the screen; one without a tip of its own is told by what it says.
    drawing.fieldName = name ?? `item-${struct}`;
    const given = tip ?? alt;
    const told = given === undefined ? tipOf(node) : { text: given, lang };
    drawing.fieldTip = told.text;
    own = context.structure.add('Form', struct, told.lang ?? lang, { alt: told.text });
  } else if (struct !== null) {
    const heard = alt || (node.name === 'check-box' && !drawing.checked ? OPEN_BOX : '');
    if (heard !== '') own = context.structure.add('Figure', struct, lang, { alt: heard });
  }
  const middle = 0.38 * fontSizePt;
  return {
    kind: 'object',
    widthPt: boxSizePt,
    heightPt: boxSizePt / 2 + middle,
    depthPt: boxSizePt / 2 - middle,
    drawing,
    lang,
    struct: own,
    glue: node.name === 'check-box' ? 'none' : 'after',
  };
}

/** A box and the gap to its text. */
export function leadingCheckBox(
  node: TreeElement,
  path: StyledPath,
  struct: StructId,
  context: StyleContext,
): Inline[] {
  return [checkBox(node, path, struct, context), { kind: 'space', widthPt: GAP_PT, breakable: false }];
}
