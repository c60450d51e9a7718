import type { Plugin } from 'esbuild';
import type { Program } from 'typescript';

/** A file of the program as it is bundled; null where nothing is to be changed. */
export declare function rewriterOf(program: Program): (path: string) => string | null;
export declare const countedLoops: Plugin;
