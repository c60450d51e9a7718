// White space beside the tags of blocks separates nothing: the document stage drops it, and it is half of the texts that
// a filled checklist holds. Only what a tag in the same piece of text decides is left out here; inline white space stays.

/** `vocabulary` is that of src/document/vocabulary.ts; the answer trims a compiled template. */
export function trimmerOf(vocabulary) {
  const namesOf = (holds) => {
    const entries = Object.entries(vocabulary).filter(([, { place, content }]) => holds(place, content));
    return entries.map(([name]) => name).join('|');
  };
  const blocks = namesOf((place) => place === 'block');
  const holders = namesOf((place, content) => place === 'block' && content === 'blocks');
  const after = new RegExp(`(</(?:${blocks})>|<(?:${holders})(?: [^<>]*)?>)[ \\n]+`, 'gu');
  const before = new RegExp(`[ \\n]+(?=<(?:${blocks})[ >]|</(?:${holders})>)`, 'gu');

  const trimNode = (node) => {
    if (typeof node === 'string') return node.replace(after, '$1').replace(before, '');
    const [kind, value, then, otherwise] = node;
    const hasPrograms = kind === 'if' || kind === 'each' || kind === 'with';
    return hasPrograms ? [kind, value, trimProgram(then), trimProgram(otherwise)] : node;
  };
  const trimProgram = (program) => program.map(trimNode).filter((node) => node !== '');
  return trimProgram;
}
