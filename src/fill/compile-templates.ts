/**
 * Compiles templates that are not part of the package (`--templates <dir>`), with the rules of the build.
 * Loaded only then: the compiler is three times the size of the runtime.
 */
import Handlebars from 'handlebars';
import type { DocumentTemplates, TemplateSpec } from './types.ts';
import { HELPER_NAMES } from './types.ts';

/** `sources` and `tables` by path without ending, as in a document's folder. */
export function compileTemplates(
  sources: Record<string, string>,
  tables: Record<string, unknown>,
): DocumentTemplates {
  const specs: Record<string, TemplateSpec> = {};
  for (const [name, source] of Object.entries(sources)) {
    const code = Handlebars.precompile(source.replace(/\n$/u, ''), {
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: Object.fromEntries(HELPER_NAMES.map((helper) => [helper, true])),
    }) as string;
    specs[name] = new Function(`return ${code}`)();
  }
  return { specs, tables };
}
