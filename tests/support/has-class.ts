import type { TreeElement } from '../../src/document/types.ts';

export const hasClass = ({ className }: TreeElement, name: string): boolean =>
  className.split(' ').includes(name);
