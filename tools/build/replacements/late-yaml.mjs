// Stands in for yaml in the scripts: a case that was typed is tidy, and what else there is waits some milliseconds for it.
export const parseDocument = (text, options) => require('./yaml.cjs').parseDocument(text, options);
