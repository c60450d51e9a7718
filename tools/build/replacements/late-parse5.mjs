// Stands in for parse5 in the scripts: our own templates are tidy, and who brings others waits 2 ms for it.
export const parseFragment = (html) => require('./parse5.cjs').parseFragment(html);
