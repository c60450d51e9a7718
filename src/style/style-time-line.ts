/** The time line's parts as boxes; where they stand is the page stage's arithmetic. To a reader without sight it is a list. */
import type { TreeElement } from '../document/types.ts';
import { blocksOf, styleBlocks } from './blocks.ts';
import type { StyledPath } from './cascade.ts';
import type { StyleContext } from './style-context.ts';
import type { BoxFrame, Language, ParagraphBox, StructId, StyledBox, TimeLineBox } from './types.ts';

/** Labels are one line each, so their measure only has to be wide enough. */
const LABEL_MEASURE_PT = 400;

/** Days of the month that a tick can name, and numbers of events that are told below the drawing. */
const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 25];

export function styleTimeLine(
  element: TreeElement,
  path: StyledPath,
  frame: BoxFrame,
  context: StyleContext,
): TimeLineBox {
  const lang = element.lang ?? context.lang;
  const { from = '', to = '' } = element.attributes;
  const styleIn = (parent: StyledPath, child: TreeElement, struct: number | null): StyledBox | null =>
    context.styleElement(child, context.cascade.enter(parent, child), LABEL_MEASURE_PT, struct, context);
  const label = (name: string, text: string): ParagraphBox | null => {
    const p: TreeElement = {
      kind: 'element',
      name: 'p',
      lang,
      className: name,
      attributes: {},
      children: [{ kind: 'text', text, lang }],
    };
    const box = styleIn(path, p, null);
    return box?.kind === 'paragraph' ? box : null;
  };
  const box: TimeLineBox = {
    kind: 'time-line',
    frame,
    upright: path.style.flow === 'column',
    from,
    to,
    bars: [],
    events: [],
    months: [],
    numbers: new Map(),
  };
  for (const number of NUMBERS) {
    const numberBox = label('tick', String(number));
    if (numberBox) box.numbers.set(number, numberBox);
  }
  const bodies = new Map<TreeElement, StructId>();
  for (const child of inOrder(element)) bodies.set(child, addItem(frame.struct, lang, context));
  for (const child of element.children) {
    if (child.kind === 'text') continue;
    const childPath = context.cascade.enter(path, child);
    const at = child.attributes;
    const story = at.story === 'money' ? 'money' : 'number';
    const start = at.from ?? at.date ?? '';
    const span = { from: start, to: at.to ?? start };
    if (child.name === 'time-month') {
      const month = styleIn(
        path,
        { ...child, name: 'p', className: `month ${child.className}`.trim() },
        null,
      );
      if (month?.kind === 'paragraph') box.months.push({ date: at.date ?? '', label: month });
      continue;
    }
    const body = bodies.get(child) ?? null;
    const lines = styleBlocks(blocksOf(child), childPath, LABEL_MEASURE_PT, body, context);
    const paragraphs = lines.filter((b): b is ParagraphBox => b.kind === 'paragraph');
    if (child.name === 'time-bar') {
      box.bars.push({ story, ...span, dashed: at.state === 'dashed', label: paragraphs });
    } else {
      const rank = Number(at.rank ?? 99);
      const [bracket, heavy] = [at.mark === 'bracket', at.weight === 'heavy'];
      box.events.push({ story, ...span, bracket, heavy, rank, lines: paragraphs });
    }
  }
  return box;
}

/** As they are told: the bars, which say how long, then the events by their days. */
function inOrder({ children }: TreeElement): TreeElement[] {
  const named = (name: string): TreeElement[] =>
    children.filter((child): child is TreeElement => child.kind === 'element' && child.name === name);
  const dayOf = ({ attributes: { from = '' } }: TreeElement): string => from;
  const events = named('time-event').sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
  return [...named('time-bar'), ...events];
}

function addItem(list: StructId, lang: Language, { structure }: StyleContext): StructId {
  return list === null ? null : structure.add('LBody', structure.add('LI', list, lang), lang);
}
