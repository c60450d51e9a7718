import { defineConfig } from 'vitest/config';

/** Programs that read PDF, other than ours: .ci/run installs them and runs this. */
export default defineConfig({
  test: {
    include: ['tests/readers/**/*.test.ts'],
    globalSetup: ['tests/readers/support/write-samples.ts'],
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
});
