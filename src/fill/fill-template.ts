/**
 * Stage 4, fill. In: a view and a set of precompiled templates. Out: an HTML fragment, every value escaped.
 * Refuses to decide: layout, and what is known; a path that the view lacks is an error of ours (`strict`).
 */
import type Handlebars from 'handlebars';
import runtimeModule from 'handlebars/runtime.js';
import type { DocumentName } from '../case/types.ts';
import { makeHelpers } from './helpers.ts';
import type { TemplateSet, View } from './types.ts';

// The package's own types leave runtime.js empty; it is the same object without the compiler.
const runtime = runtimeModule as unknown as typeof Handlebars;

export function fillTemplate(document: DocumentName, view: View, templates: TemplateSet): { html: string } {
  const { specs } = templates.documents[document];
  const environment = runtime.create();
  const helpers = makeHelpers(templates, environment);
  const partials: Record<string, Handlebars.TemplateDelegate> = {};
  for (const name of Object.keys(specs)) {
    // A template is bound to its functions at its first use: of some two hundred partials a document uses a part.
    let bound: Handlebars.TemplateDelegate | undefined;
    const spec = specs[name];
    // A template without mustaches is text.
    if (typeof spec === 'string') {
      partials[name] = () => spec;
      continue;
    }
    partials[name] = (context, options) => {
      bound ??= environment.template(spec as TemplateSpecification);
      return bound(context, options);
    };
  }
  const main = environment.template(specs.main as TemplateSpecification);
  return {
    html: main(view[document], { helpers: helpers as Record<string, Handlebars.HelperDelegate>, partials }),
  };
}
