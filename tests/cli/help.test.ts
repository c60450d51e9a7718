import { afterEach, describe, expect, test, vi } from 'vitest';
import { helpWords } from '#help-words';
import { helpLanguage } from '../../src/cli/help-language.ts';
import { textWidth } from '../../src/cli/text-width.ts';
import { runInProcess } from '../support/run-cli.ts';

afterEach(() => void vi.unstubAllEnvs());

const COMMANDS = ['generate', 'check', 'schedule', 'carriers', 'new', 'batch'];

test.each<[Record<string, string>, string, string]>([
  [{ LANG: 'zh_CN.UTF-8' }, 'en-US', 'zhHans'],
  [{ LANG: 'ja_JP.UTF-8' }, 'zh-CN', 'ja'],
  [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'zh-CN', 'en'],
  [{ LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'en_US' }, 'en-US', 'zhHans'],
  [{}, 'zh-Hans-CN', 'zhHans'],
  [{}, 'ja', 'ja'],
  [{}, 'zha', 'en'],
])('%j on a system in %s is helped in %s', (environment, system, language) => {
  expect(helpLanguage(environment, () => system)).toBe(language);
});

test('the system is asked only where the environment names no language', () => {
  const system = vi.fn(() => 'zh-CN');
  helpLanguage({ LANG: 'C' }, system);
  expect(system).not.toHaveBeenCalled();
});

describe.each([
  ['C', /^Usage: kaiyaku/u, /[^\n -~’]/u],
  ['zh_CN.UTF-8', /^用法： kaiyaku/u, /[\u3041-\u30fe]|display|default|[A-Z]\w+:/u],
  ['ja_JP.UTF-8', /^使い方： kaiyaku/u, /display|default|[A-Z]\w+:/u],
])('in %s', (locale, begins, foreign) => {
  test.each([[[]], ...COMMANDS.map((name) => [[name]])])(
    'help on %j is in that language and in 80 columns',
    async (command) => {
      vi.stubEnv('LC_ALL', locale);
      const { stdout, exitCode } = await runInProcess(...command, '--help');
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(begins);
      expect(stdout).not.toMatch(foreign);
      expect(stdout.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
      // Every command, operand and option says what it does.
      const terms = stdout.split('\n').filter((line) => /^ {2}\S/u.test(line));
      expect(terms.filter((line) => !/^ {2}\S.*? {2,}\S/u.test(line))).toEqual([]);
    },
  );
});

test('no sentence is for a command or an option that there is not', async () => {
  vi.stubEnv('LC_ALL', 'C');
  const pages = await Promise.all(
    [[], ...COMMANDS.map((name) => [name])].map((command) => runInProcess(...command, '--help')),
  );
  const text = pages.map(({ stdout }) => stdout.replace(/\s+/gu, ' ')).join(' ');
  const sentences = Object.values(helpWords).flatMap((group) => Object.values(group).map(({ en }) => en));
  expect(sentences.filter((sentence) => !text.includes(sentence.replace(/\s+/gu, ' ')))).toEqual([]);
});
