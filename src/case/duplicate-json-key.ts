/** A string, or a sign of JSON that opens, closes or parts. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{},:]/gu;

/** Where in a text of JSON, which has been read, a key stands for the second time in its object; null where none does. */
export function findDuplicateKey(text: string): number | null {
  /** The keys of each object that is open; null for an array. */
  const open: (Set<string> | null)[] = [];
  let last = { key: '', index: 0 };
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token.startsWith('"')) last = { key: token, index };
    else if (token === ':') {
      const key = JSON.parse(last.key) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) return last.index;
      keys?.add(key);
    }
  }
  return null;
}
