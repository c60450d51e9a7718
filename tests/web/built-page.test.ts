import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'parse5';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWeb } from '../../tools/web/build-web.mjs';

let folder: string;
const read = (name: string) => readFileSync(join(folder, name));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaiyaku-web-'));
  await buildWeb(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('parts of a font are the font', () => {
  const fonts = readdirSync('fonts').filter((name) => name.endsWith('.ttf'));
  expect(fonts.length).toBe(6);
  for (const name of fonts) {
    const parts = readdirSync(join(folder, 'fonts')).filter((part) => part.startsWith(`${name}.`));
    const joined = Buffer.concat(parts.map((_, index) => read(`fonts/${name}.${index}`)));
    expect(joined.equals(readFileSync(`fonts/${name}`))).toBe(true);
  }
});

test('the page asks no other place for anything, and runs nothing that stands in it', () => {
  const html = read('index.html').toString();
  const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(html)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/https?:|\*|unsafe/u);
  expect(html).not.toMatch(/<script(?![^>]*src=)|\son\w+=|\sstyle=|https?:/u);
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
    expect(read(name).toString()).not.toMatch(
      /localStorage|sessionStorage|indexedDB|sendBeacon|document\.cookie/u,
    );
  }
});

test('nothing stands in the scripts that the oldest browsers do not know', () => {
  const scripts = readdirSync(folder).filter((file) => file.endsWith('.js'));
  const text = scripts.map((name) => read(name).toString()).join('\n');
  // What yaml tries, and does without.
  const tried = [/`\(\^\|\(\?<!\n\)/gu, /\(\?<!\[ \t\]\)\[ \t\]/gu];
  const own = tried.reduce((rest, pattern) => rest.replace(pattern, ''), text);
  expect(own.match(/.{20}\(\?<[=!].{20}/gu)).toBeNull();
  expect(own.match(/\bstatic\s*\{|\.(?:toSorted|toSpliced|toReversed|findLast(?:Index)?)\(/gu)).toBeNull();
  // Only where the page is given out by https.
  expect(own).not.toContain('randomUUID');
});

test('all words of the page are marked with their language, and the markup is what parse5 takes it for', () => {
  const untold: string[] = [];
  const visit = (node: ReturnType<typeof parse> | object, lang: string): void => {
    const {
      attrs = [],
      childNodes = [],
      value,
    } = node as {
      attrs?: { name: string; value: string }[];
      childNodes?: object[];
      value?: string;
    };
    const own = attrs.find(({ name }) => name === 'lang')?.value ?? lang;
    if (value !== undefined && /\p{Script=Hiragana}/u.test(value) && own !== 'ja') untold.push(value);
    for (const child of childNodes) visit(child, own);
  };
  const html = read('index.html').toString();
  const errors: string[] = [];
  // The title is text alone and holds both languages.
  visit(
    parse(html.replace(/<title>.*<\/title>/u, ''), {
      onParseError: ({ code }) => errors.push(code),
      scriptingEnabled: false,
    }),
    '',
  );
  expect(untold).toEqual([]);
  expect(errors).toEqual([]);
});

test('what comes before the first document weighs less than two photographs', () => {
  const scripts = readdirSync(folder).filter((file) => file.endsWith('.js'));
  const first = [...scripts, 'index.html', 'page.css'].map((name) => gzipSync(read(name)).length);
  const faces = ['sc-regular', 'sc-bold', 'jp-regular', 'jp-bold'].map(
    (face) => read(`fonts/${face}.ttf.0`).length,
  );
  const bytes = [...first, ...faces].reduce((sum, length) => sum + length, 0);
  expect(bytes).toBeLessThan(2.5e6);
});
