/** The markup of docs/template-guide.md §2: what may stand where. */

/** What an attribute's value is: free text, a day, …, or one of some words. */
export type ValueKind =
  | 'text'
  | 'language'
  | 'day'
  | 'whole-number'
  | 'address'
  | 'millimetres'
  | readonly string[];

export type Attributes = Readonly<Record<string, ValueKind>>;

/** `blocks` hold blocks, `inlines` hold running text, `none` holds nothing. */
type Content = 'blocks' | 'inlines' | 'none';

export interface ElementRule {
  name: string;
  content: Content;
  /** Where the element itself may stand. */
  place: 'block' | 'inline';
  attributes: Attributes;
  /** Elements that alone may hold it; where there are none, its place decides. */
  parents: readonly string[];
}

const NO_ATTRIBUTES: Attributes = {};
const ANYWHERE: readonly string[] = [];

const standing =
  (place: ElementRule['place']) =>
  (name: string, content: Content, attributes = NO_ATTRIBUTES, parents = ANYWHERE): ElementRule => ({
    name,
    content,
    place,
    attributes,
    parents,
  });

const block = standing('block');
const inline = standing('inline');

const ITEM: Attributes = { number: 'text', checked: 'text', alt: 'text', name: 'text', tip: 'text' };
const BOX: Attributes = { checked: 'text', alt: 'text' };
const ANSWERS = ['yes-no', 'one', 'many', 'yen', 'date', 'number', 'text'];
const FIELDS = ['phone', 'postcode', 'date', 'amount', 'email', 'serial', 'url', 'name', 'nowrap'];
const TEXT: Attributes = { field: FIELDS, alt: 'text' };
const SPANS: Attributes = { colspan: 'whole-number', rowspan: 'whole-number' };
const STORIES = ['number', 'money'];
const LEVELS = ['high', 'medium', 'low'];
const FIRST = ['no', 'only'];

const RULES: readonly ElementRule[] = [
  block('section', 'blocks'),
  block('h1', 'inlines'),
  block('h2', 'inlines'),
  block('h3', 'inlines'),
  block('p', 'inlines'),
  block('ul', 'blocks'),
  block('ol', 'blocks'),
  block('li', 'blocks', NO_ATTRIBUTES, ['ul', 'ol']),
  block('table', 'blocks'),
  block('thead', 'blocks', NO_ATTRIBUTES, ['table']),
  block('tbody', 'blocks', NO_ATTRIBUTES, ['table']),
  block('tr', 'blocks', NO_ATTRIBUTES, ['thead', 'tbody', 'table']),
  block('th', 'inlines', { scope: ['col', 'row'], ...SPANS }, ['tr']),
  block('td', 'inlines', SPANS, ['tr']),
  block('hr', 'none'),
  block('check-item', 'blocks', ITEM, ['ul', 'ol']),
  block('answer', 'blocks', { type: ANSWERS }),
  block('choice', 'inlines', BOX, ['answer']),
  block('time-line', 'blocks', { from: 'day', to: 'day' }),
  block('time-bar', 'blocks', { story: STORIES, from: 'day', to: 'day', state: ['solid', 'dashed'] }, [
    'time-line',
  ]),
  block(
    'time-event',
    'blocks',
    {
      story: STORIES,
      from: 'day',
      to: 'day',
      mark: ['stem', 'bracket'],
      weight: ['heavy', 'light'],
      rank: 'whole-number',
    },
    ['time-line'],
  ),
  block('time-month', 'inlines', { date: 'day' }, ['time-line']),
  block('qr-code', 'none', { href: 'address', alt: 'text' }),
  block('keep', 'blocks'),
  block('page-break', 'none'),
  block('running-head', 'blocks', { first: FIRST }),
  block('running-foot', 'blocks', { first: FIRST }),
  inline('strong', 'inlines', TEXT),
  inline('em', 'inlines'),
  inline('small', 'inlines'),
  inline('span', 'inlines', TEXT),
  inline('br', 'none'),
  inline('a', 'inlines', { href: 'address' }),
  inline('ruby', 'inlines'),
  inline('rt', 'inlines', NO_ATTRIBUTES, ['ruby']),
  inline('fill-in', 'inlines', { width: 'millimetres', type: ANSWERS }),
  inline('check-box', 'none', BOX),
  inline('confidence-mark', 'none', { level: LEVELS, alt: 'text' }),
  inline('page-number', 'none'),
  inline('page-total', 'none'),
];

/** Elements in elements, deeper than any page needs: later stages go down by recursion. */
export const DEEPEST = 100;

export const VOCABULARY: Readonly<Record<string, ElementRule>> = Object.fromEntries(
  RULES.map((rule) => [rule.name, rule]),
);

export const ruleOf = (name: string): ElementRule | undefined =>
  Object.hasOwn(VOCABULARY, name) ? VOCABULARY[name] : undefined;

/** A base and its reading are text, which the line stage sets over one another. */
const TEXT_ONLY = ['ruby', 'rt'];

export const mayStandIn = (rule: ElementRule, parent: ElementRule): boolean => {
  if (rule.parents.length > 0) return rule.parents.includes(parent.name);
  return (rule.place === 'inline') === (parent.content === 'inlines') && !TEXT_ONLY.includes(parent.name);
};

/** Attributes that every element takes. */
export const COMMON_ATTRIBUTES: Attributes = { lang: 'language', class: 'text', id: 'text' };

/** Undefined where the element takes no such attribute. */
export const kindOf = (rule: ElementRule, name: string): ValueKind | undefined => {
  if (Object.hasOwn(rule.attributes, name)) return rule.attributes[name];
  return Object.hasOwn(COMMON_ATTRIBUTES, name) ? COMMON_ATTRIBUTES[name] : undefined;
};
