// Stands in for qrcode in the scripts: the codes of the carriers' addresses are known, and others are rare.
export const create = (text, options) => require('./qrcode.cjs').create(text, options);
