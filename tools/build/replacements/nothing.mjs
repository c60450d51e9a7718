// Stands in for a part of pdfkit that is not used: fontkit, linebreak, png-js, encryption, hashes.
export default class Nothing {
  constructor() {
    throw new Error('this part of pdfkit is not in the bundle');
  }
}
export const create = () => new Nothing();
export const bytesToHex = () => new Nothing();
export const concatBytes = () => new Nothing();
export const cbc = () => new Nothing();
export const ecb = () => new Nothing();
