import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Anything that needs a Debian package or Java is run by .ci/run through its own config.
    // tests/package/ installs with bash, tar and links, as they are outside Windows.
    exclude: [
      'tests/readers/**',
      '**/node_modules/**',
      ...(process.platform === 'win32' ? ['tests/package/**'] : []),
    ],
    // What commands print is in the language of the system.
    env: { LC_ALL: 'C' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
