/**
 * Pairs the blocks and the tags of one template: each is ended in the file in which it begins.
 * In: the source, and its tags in order. Out: what is left over, with its place in the source.
 * Refuses to decide: what an element is. A tag that only one branch of a condition opens is let pass where another ends
 * it: whether the two conditions agree shows in the filled fragment.
 */

export interface Tag {
  name: string;
  at: number;
  /** Of no element of the markup: told elsewhere, or misspelt. */
  isUnknown: boolean;
  isEnd: boolean;
}

interface BlockMark {
  kind: 'begin' | 'else' | 'end';
  name: string;
  at: number;
  /** Of `else`: no further condition follows. */
  isLast: boolean;
}

export interface Leftover {
  code: 'block-not-closed' | 'block-not-opened' | 'unclosed-element' | 'unopened-element';
  name: string;
  at: number;
  /** What was meant. */
  hint?: string;
}

const BLOCK = /\{\{~?\s*(?:([#/])\s*([\w-]*)|(else\b|\^)\s*([\w-]*))/gu;

/** `source` without the comments of Handlebars. */
function findBlocks(source: string): BlockMark[] {
  return [...source.matchAll(BLOCK)].map(({ 1: sign, 2: name = '', 3: other, 4: next = '', index: at }) => ({
    kind: other !== undefined ? 'else' : sign === '#' ? 'begin' : 'end',
    name,
    at,
    isLast: next === '',
  }));
}

/** Blocks that are not ended, and ends of none: without these the template can be parsed. */
export function pairBlocks(source: string): Leftover[] {
  const left: Leftover[] = [];
  const open: BlockMark[] = [];
  const tell = (code: Leftover['code'], { name, at }: BlockMark): void => {
    left.push({ code, name, at });
  };
  const tellOpen = (mark: BlockMark): void => tell('block-not-closed', mark);
  for (const mark of findBlocks(source)) {
    if (mark.kind === 'begin') open.push(mark);
    if (mark.kind !== 'end') continue;
    const begun = open.findLastIndex(({ name }) => name === mark.name);
    if (begun < 0) tell('block-not-opened', mark);
    else open.splice(begun).slice(1).forEach(tellOpen);
  }
  open.forEach(tellOpen);
  return left;
}

/** What stands in one branch and is not paired in it. */
interface Branch {
  ends: Tag[];
  starts: Tag[];
}

interface Block {
  branches: Branch[];
  /** One of the branches is filled in always. */
  isWhole: boolean;
}

const newBranch = (): Branch => ({ ends: [], starts: [] });

/** `tags` without void ones. */
export function pairTags(source: string, tags: readonly Tag[]): Leftover[] {
  const pairing = new Pairing();
  const marks = [...findBlocks(source), ...tags].sort((a, b) => a.at - b.at);
  for (const mark of marks) {
    if ('kind' in mark) pairing.passBlock(mark);
    else pairing.passTag(mark);
  }
  return pairing.finish();
}

class Pairing {
  private readonly left: Leftover[] = [];
  private readonly blocks: Block[] = [];
  /** The branch that is read, and around it those of the blocks that are open. */
  private readonly branches: Branch[] = [newBranch()];
  /** Of branches that differ in what they open or end. */
  private readonly loose: Branch = newBranch();

  passBlock({ kind, isLast }: BlockMark): void {
    if (kind === 'begin') {
      this.blocks.push({ branches: [], isWhole: false });
      this.branches.push(newBranch());
      return;
    }
    const block = this.blocks.at(-1);
    if (!block) return;
    block.branches.push(this.branches.pop() as Branch);
    if (kind === 'else') {
      block.isWhole ||= isLast;
      this.branches.push(newBranch());
      return;
    }
    this.blocks.pop();
    this.join(block.isWhole ? block.branches : [...block.branches, newBranch()]);
  }

  passTag(tag: Tag): void {
    const { starts, ends } = this.current();
    if (!tag.isEnd) {
      starts.push(tag);
      return;
    }
    const inner = starts.at(-1);
    if (inner?.name === tag.name || inner?.isUnknown) starts.pop();
    else if (tag.isUnknown) {
      const hint = inner === undefined ? undefined : `</${inner.name}>`;
      starts.pop();
      this.tell('unopened-element', tag, hint);
    } else if (starts.some(({ name }) => name === tag.name)) {
      const begun = starts.findLastIndex(({ name }) => name === tag.name);
      for (const start of starts.splice(begun).slice(1)) this.tell('unclosed-element', start);
    } else if (inner === undefined) ends.push(tag);
    else if (this.branches.some((branch) => branch.starts.some(({ name }) => name === tag.name))) {
      for (const start of starts.splice(0)) this.tell('unclosed-element', start);
      ends.push(tag);
    } else this.tell('unopened-element', tag);
  }

  finish(): Leftover[] {
    const { starts, ends } = this.current();
    const { loose } = this;
    const pairs = (one: readonly Tag[], others: readonly Tag[]): Tag[] =>
      one.filter(({ name }) => !others.some((other) => other.name === name));
    for (const tag of pairs([...starts, ...loose.starts], [...ends, ...loose.ends]))
      this.tell('unclosed-element', tag);
    for (const tag of pairs([...ends, ...loose.ends], [...starts, ...loose.starts]))
      this.tell('unopened-element', tag);
    return this.left.sort((a, b) => a.at - b.at);
  }

  private current(): Branch {
    return this.branches.at(-1) as Branch;
  }

  /** Branches that open and end the same are one tag for what is around them. */
  private join(branches: readonly Branch[]): void {
    const namesOf = ({ ends, starts }: Branch): string =>
      [...ends.map(({ name }) => `/${name}`), ...starts.map(({ name }) => name)].join(' ');
    const [first = newBranch()] = branches;
    if (branches.every((branch) => namesOf(branch) === namesOf(first))) {
      for (const tag of [...first.ends, ...first.starts]) this.passTag(tag);
      return;
    }
    for (const { ends, starts } of branches) {
      this.loose.ends.push(...ends);
      this.loose.starts.push(...starts);
    }
  }

  private tell(code: Leftover['code'], { name, at, isUnknown, isEnd }: Tag, hint?: string): void {
    // An unknown element is told by its start.
    if (isUnknown && !isEnd) return;
    this.left.push({ code, name, at, ...(hint === undefined ? {} : { hint }) });
  }
}
