// Stands in for fflate in the Node bundles: zlib is quicker and loads nothing.
import { deflateSync } from 'node:zlib';

export const zlibSync = (bytes) => deflateSync(bytes);
