/** Made by bench/set-up.mjs when the bench is built. */
declare module '#bench-sheet' {
  const sheet: import('../../src/style/sheet.ts').Sheet;
  export default sheet;
}
declare module '#bench-template' {
  const templates: import('../../src/fill/types.ts').TemplateSet;
  export default templates;
}
