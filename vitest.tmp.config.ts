import { defineConfig } from 'vitest/config';
export default defineConfig({ test: { include: [process.env.ONLY ?? 'tests/readers/web-page.test.ts'], testTimeout: 300_000, hookTimeout: 600_000 } });
