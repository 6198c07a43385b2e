// @ts-check
import { madeUpBatch } from './made-up-batch.mjs';
import { optimizerOf, specOf } from './models.mjs';

/**
 * A step of Adam, numbered from 1, of a model on the same few made-up images, and the end of its network.
 * @param {any} engine @param {any} backend @param {import('./models.mjs').ModelName} model
 * @param {{ side: number, classes: number, batchSize: number }} sizes
 */
export function madeUpTraining(engine, backend, model, { side, classes, batchSize }) {
  const input = { height: side, width: side, channels: 1, classes };
  const network = engine.networkOf(backend, specOf(model), input, 2);
  const batch = madeUpBatch(engine.seeded(2), model, { side, classes, batchSize });
  return {
    step: (/** @type {number} */ step) => {
      const rule = engine.updateRule(optimizerOf('adam', 0.001), step, step, 1);
      network.step(batch, rule);
    },
    end: () => network.dispose(),
  };
}
