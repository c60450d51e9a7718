/** In: a JSON file of wording. Out: its sentences; `zhHans` or `zh` and `ja` of one object stand side by side. */
import { guessLanguage, hasWriting } from './languages.ts';
import type { Cell, Sentence } from './read-sentences.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export function readTable(path: string, content: Json): Sentence[] {
  const sentences: Sentence[] = [];
  const add = (key: string, zh: string, ja: string) => {
    if (hasWriting(zh) || hasWriting(ja))
      sentences.push({ id: `${path}: ${key}`, zh: cell(zh), ja: cell(ja) });
  };
  const walk = (value: Json | undefined, key: string): void => {
    if (typeof value === 'string') {
      if (guessLanguage(value) === 'zh') add(key, value, '');
      else add(key, '', value);
      return;
    }
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) {
      for (const [index, entry] of value.entries()) walk(entry, `${key}.${index + 1}`);
      return;
    }
    const zh = value.zhHans ?? value.zh;
    if (zh !== undefined || value.ja !== undefined) walkPair(zh, value.ja, key);
    for (const [name, inner] of Object.entries(value))
      if (!['zh', 'zhHans', 'ja', 'en'].includes(name)) walk(inner, key ? `${key}.${name}` : name);
  };
  const walkPair = (zh: Json | undefined, ja: Json | undefined, key: string): void => {
    const either = zh ?? ja;
    if (typeof either === 'object' && either !== null) {
      const names = new Set([...Object.keys(zh ?? {}), ...Object.keys(ja ?? {})]);
      for (const name of names) walkPair(inner(zh, name), inner(ja, name), key ? `${key}.${name}` : name);
    } else add(key, text(zh), text(ja));
  };
  walk(content, '');
  return sentences;
}

const inner = (value: Json | undefined, name: string): Json | undefined =>
  typeof value === 'object' && value !== null ? (value as Record<string, Json>)[name] : undefined;

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

const cell = (content: string): Cell => (content ? [[{ text: content }]] : []);
