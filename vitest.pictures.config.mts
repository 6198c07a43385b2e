import { defineConfig } from 'vitest/config';

/** The pictures of the README, taken anew: npm run pictures. */
export default defineConfig({
  test: {
    include: ['test/e2e/readme.pictures.ts'],
    testTimeout: 600_000,
    hookTimeout: 180_000,
    teardownTimeout: 30_000,
    reporters: ['verbose'],
  },
});
