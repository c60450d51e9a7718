import type { HelpLanguage } from '#help-words';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * As POSIX has it: LC_ALL goes before LC_MESSAGES and LANG. Windows sets none of them, and the system is asked, which
 * takes longer than to write the help.
 */
export function helpLanguage(environment: Environment, systemLocale: () => string): HelpLanguage {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const locale = LC_ALL || LC_MESSAGES || LANG || systemLocale();
  const [language] = locale.toLowerCase().split(/[\W_]/, 1);
  if (language === 'zh') return 'zhHans';
  return language === 'ja' ? 'ja' : 'en';
}

export const systemLanguage = (): HelpLanguage => helpLanguage(process.env, systemLocale);

const systemLocale = (): string =>
  process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : '';
