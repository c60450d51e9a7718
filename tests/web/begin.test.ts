/** web/begin.ts as it is built, where the page can't be shown, and where it can. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import vm from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { webWords } from '#web-words';
import { buildBegin, OLDEST_BROWSERS } from '../../tools/web/build-web.mjs';

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaiyaku-begin-'));
  await buildBegin(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What stands where the questions will; `meet` tells the page of an error there, on a script or in one. */
function open(
  Worker: unknown,
  older = '',
): { shown(): string[]; added: string[]; meet(target: unknown): void } {
  const hidden = new Map([
    ['loading', false],
    ['too-old', true],
    ['not-loaded', true],
  ]);
  const added: string[] = [];
  let listener: ((event: { target: unknown }) => void) | null = null;
  const realm = vm.createContext({
    Worker,
    document: {
      getElementById: (id: string) => ({
        setAttribute: () => hidden.set(id, true),
        removeAttribute: () => hidden.set(id, false),
      }),
      createElement: () => ({}),
      body: { appendChild: ({ type, src }: { type: string; src: string }) => added.push(`${type} ${src}`) },
    },
    addEventListener: (_: string, told: typeof listener) => {
      listener = told;
    },
  });
  realm.window = realm;
  vm.runInContext(`${older};${readFileSync(join(folder, 'begin.js'), 'utf8')}`, realm);
  return {
    added,
    shown: () => [...hidden].filter(([, isHidden]) => !isHidden).map(([id]) => id),
    meet: (target) => listener?.({ target: target ?? vm.runInContext('window', realm) }),
  };
}

class TakesModules {
  constructor(_: string, options: { type: string }) {
    if (options.type === 'module') throw new SyntaxError('no address');
  }
}

class TakesScriptsOnly {}

test('a browser that can show the page gets it', () => {
  const page = open(TakesModules);
  expect(page.added).toEqual(['module main.js']);
  expect(page.shown()).toEqual(['loading']);
});

test.each([
  ['no worker', undefined, ''],
  ['no module in a worker', TakesScriptsOnly, ''],
  ['no Object.hasOwn', TakesModules, 'delete Object.hasOwn'],
  ['no Array.prototype.at', TakesModules, 'delete Array.prototype.at'],
])('a browser with %s is told to be too old, and asked for no more', (_, worker, older) => {
  const page = open(worker, older);
  expect(page.added).toEqual([]);
  expect(page.shown()).toEqual(['too-old']);
});

test('a script that is not understood makes the browser too old, one that does not come the network bad', () => {
  const old = open(TakesModules);
  old.meet(null);
  expect(old.shown()).toEqual(['too-old']);
  const cut = open(TakesModules);
  cut.meet({ src: 'main.js' });
  expect(cut.shown()).toEqual(['not-loaded']);
});

test('the browsers that are named are those that the page is written for', () => {
  const { safari, chrome, firefox } = OLDEST_BROWSERS;
  const named = `iOS ${safari}、Chrome ${chrome}、Firefox ${firefox}`;
  expect(webWords.page.tooOld?.zhHans).toContain(named);
  expect(webWords.page.tooOld?.ja).toContain(named);
});
