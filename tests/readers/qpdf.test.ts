/** qpdf: syntax, streams and cross-references of every file. */
import { expect, test } from 'vitest';
import { run } from './support/run.ts';
import { samples } from './support/samples.ts';

test.each(samples)('$name', ({ path }) => {
  const { status, stdout, stderr } = run('qpdf', ['--check', path]);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout.toString()).toContain('No syntax or stream encoding errors found');
  expect(stdout.toString()).toContain('PDF Version: 1.7\nFile is not encrypted');
});
