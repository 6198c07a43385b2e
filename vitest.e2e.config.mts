import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/page/**/*.test.ts', 'test/e2e/**/*.test.ts'],
    setupFiles: ['test/e2e/tell-failures.ts'],
    // Each file has a VS Code and a browser of its own: one at a time is fastest and steadiest.
    fileParallelism: false,
    testTimeout: 120_000,
    // A window can stumble over what else the machine does; a second try is named in the report.
    retry: 1,
    hookTimeout: 180_000,
    teardownTimeout: 30_000,
    // What is waited for is waited for also where other work shares the processor.
    expect: { poll: { timeout: 20_000 } },
    reporters: ['verbose'],
  },
});
