import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}'],
    globalSetup: ['test/unit/global-setup.ts'],
    testTimeout: 60_000,
  },
});
