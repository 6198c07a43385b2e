import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}'],
    globalSetup: ['test/unit/global-setup.ts'],
    testTimeout: 60_000,
    // By default one less than there are processors, which of two is one.
    maxWorkers: '100%',
    deps: {
      optimizer: {
        // tfjs's modules, which Node would take from their CommonJS builds: those lack the gradients.
        ssr: {
          enabled: true,
          include: [
            '@tensorflow/tfjs-core',
            '@tensorflow/tfjs-core/dist/register_all_gradients.js',
            '@tensorflow/tfjs-backend-cpu',
            '@tensorflow/tfjs-backend-wasm',
          ],
        },
      },
    },
  },
});
