/** The markup of docs/template-guide.md §2: what may stand where. */

/** `blocks` hold blocks, `inlines` hold running text, `none` holds nothing. */
type Content = 'blocks' | 'inlines' | 'none';

export interface ElementRule {
  content: Content;
  /** Where the element itself may stand. */
  place: 'block' | 'inline';
  attributes?: readonly string[];
  /** Elements that alone may hold it. */
  parents?: readonly string[];
}

const block = (content: Content, attributes?: string[], parents?: string[]): ElementRule => ({
  content,
  place: 'block',
  ...(attributes ? { attributes } : {}),
  ...(parents ? { parents } : {}),
});

const inline = (content: Content, attributes?: string[], parents?: string[]): ElementRule => ({
  content,
  place: 'inline',
  ...(attributes ? { attributes } : {}),
  ...(parents ? { parents } : {}),
});

const NUMBERED = ['number', 'checked', 'alt', 'name', 'tip'];

export const VOCABULARY: Readonly<Record<string, ElementRule>> = {
  section: block('blocks'),
  h1: block('inlines'),
  h2: block('inlines'),
  h3: block('inlines'),
  p: block('inlines'),
  ul: block('blocks'),
  ol: block('blocks'),
  li: block('blocks', [], ['ul', 'ol']),
  table: block('blocks'),
  thead: block('blocks', [], ['table']),
  tbody: block('blocks', [], ['table']),
  tr: block('blocks', [], ['thead', 'tbody', 'table']),
  th: block('inlines', ['scope', 'colspan'], ['tr']),
  td: block('inlines', ['colspan'], ['tr']),
  hr: block('none'),
  'check-item': block('blocks', NUMBERED, ['ul', 'ol']),
  answer: block('blocks', ['type']),
  choice: block('inlines', ['checked', 'alt'], ['answer']),
  'time-line': block('blocks', ['from', 'to', 'alt']),
  'time-bar': block('blocks', ['story', 'from', 'to', 'state'], ['time-line']),
  'time-event': block('blocks', ['story', 'from', 'to', 'mark', 'weight', 'rank'], ['time-line']),
  'time-month': block('inlines', ['date'], ['time-line']),
  'qr-code': block('none', ['href', 'alt', 'size']),
  keep: block('blocks'),
  'page-break': block('none'),
  'running-head': block('blocks', ['first']),
  'running-foot': block('blocks', ['first']),
  strong: inline('inlines'),
  em: inline('inlines'),
  small: inline('inlines'),
  span: inline('inlines', ['field']),
  br: inline('none'),
  a: inline('inlines', ['href']),
  ruby: inline('inlines'),
  rt: inline('inlines', [], ['ruby']),
  'fill-in': inline('inlines', ['width', 'type']),
  'check-box': inline('none', ['checked', 'alt']),
  'confidence-mark': inline('none', ['level', 'alt']),
  'page-number': inline('none'),
  'page-total': inline('none'),
};

/** Attributes that every element takes. */
export const COMMON_ATTRIBUTES: readonly string[] = ['lang', 'class', 'id'];
