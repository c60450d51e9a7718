/** The markup of docs/template-guide.md §2: what may stand where. */

/** `blocks` hold blocks, `inlines` hold running text, `none` holds nothing. */
type Content = 'blocks' | 'inlines' | 'none';

export interface ElementRule {
  name: string;
  content: Content;
  /** Where the element itself may stand. */
  place: 'block' | 'inline';
  attributes: readonly string[];
  /** Elements that alone may hold it; where there are none, its place decides. */
  parents: readonly string[];
}

const NONE: readonly string[] = [];

const block = (name: string, content: Content, attributes = NONE, parents = NONE): ElementRule => ({
  name,
  content,
  place: 'block',
  attributes,
  parents,
});

const inline = (name: string, content: Content, attributes = NONE, parents = NONE): ElementRule => ({
  name,
  content,
  place: 'inline',
  attributes,
  parents,
});

const NUMBERED = ['number', 'checked', 'alt', 'name', 'tip'];

const RULES: readonly ElementRule[] = [
  block('section', 'blocks'),
  block('h1', 'inlines'),
  block('h2', 'inlines'),
  block('h3', 'inlines'),
  block('p', 'inlines'),
  block('ul', 'blocks'),
  block('ol', 'blocks'),
  block('li', 'blocks', [], ['ul', 'ol']),
  block('table', 'blocks'),
  block('thead', 'blocks', [], ['table']),
  block('tbody', 'blocks', [], ['table']),
  block('tr', 'blocks', [], ['thead', 'tbody', 'table']),
  block('th', 'inlines', ['scope', 'colspan'], ['tr']),
  block('td', 'inlines', ['colspan'], ['tr']),
  block('hr', 'none'),
  block('check-item', 'blocks', NUMBERED, ['ul', 'ol']),
  block('answer', 'blocks', ['type']),
  block('choice', 'inlines', ['checked', 'alt'], ['answer']),
  block('time-line', 'blocks', ['from', 'to', 'alt']),
  block('time-bar', 'blocks', ['story', 'from', 'to', 'state'], ['time-line']),
  block('time-event', 'blocks', ['story', 'from', 'to', 'mark', 'weight', 'rank'], ['time-line']),
  block('time-month', 'inlines', ['date'], ['time-line']),
  block('qr-code', 'none', ['href', 'alt', 'size']),
  block('keep', 'blocks'),
  block('page-break', 'none'),
  block('running-head', 'blocks', ['first']),
  block('running-foot', 'blocks', ['first']),
  inline('strong', 'inlines'),
  inline('em', 'inlines'),
  inline('small', 'inlines'),
  inline('span', 'inlines', ['field']),
  inline('br', 'none'),
  inline('a', 'inlines', ['href']),
  inline('ruby', 'inlines'),
  inline('rt', 'inlines', [], ['ruby']),
  inline('fill-in', 'inlines', ['width', 'type']),
  inline('check-box', 'none', ['checked', 'alt']),
  inline('confidence-mark', 'none', ['level', 'alt']),
  inline('page-number', 'none'),
  inline('page-total', 'none'),
];

export const VOCABULARY: Readonly<Record<string, ElementRule>> = Object.fromEntries(
  RULES.map((rule) => [rule.name, rule]),
);

export const ruleOf = (name: string): ElementRule | undefined =>
  Object.hasOwn(VOCABULARY, name) ? VOCABULARY[name] : undefined;

export const mayStandIn = (rule: ElementRule, parent: ElementRule): boolean =>
  rule.parents.length > 0
    ? rule.parents.includes(parent.name)
    : (rule.place === 'inline') === (parent.content === 'inlines');

/** Attributes that every element takes. */
export const COMMON_ATTRIBUTES: readonly string[] = ['lang', 'class', 'id'];
