// @ts-check
import { optimizerOf, specOf } from './models.mjs';

/**
 * A step of Adam, numbered from 1, of a model on the same few made-up images, and the end of its network.
 * @param {any} engine @param {any} backend @param {import('./models.mjs').ModelName} model
 * @param {{ side: number, classes: number, batchSize: number }} sizes
 */
export function madeUpTraining(engine, backend, model, { side, classes, batchSize }) {
  const input = { height: side, width: side, channels: 1, classes };
  const network = engine.networkOf(backend, specOf(model), input, 2);
  const random = engine.seeded(2);
  const images = Float32Array.from({ length: batchSize * side * side }, () => random.uniform());
  const rows = batchSize * (model === 'unet' ? side * side : 1);
  const labels = Uint8Array.from({ length: rows }, () => random.below(classes));
  return {
    step: (/** @type {number} */ step) => {
      const rule = engine.updateRule(optimizerOf('adam', 0.001), step, step, 1);
      network.step({ count: batchSize, images, labels }, rule);
    },
    end: () => network.dispose(),
  };
}
