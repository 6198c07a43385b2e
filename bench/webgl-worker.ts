import { seeded } from '../src/experiment/random.ts';
import { createWebglBackend } from '../src/training/backend/webgl.ts';
import { macrotask } from '../src/training/macrotask.ts';
import { updateRule } from '../src/training/update-rule.ts';
import { madeUpBatch } from './made-up-batch.mjs';
import { networkOf } from './network.ts';

/* Loss Lab's trainer on WebGL in a Web Worker: images/s, with as many steps under way as in a training. */

const backend = createWebglBackend({ allowSoftware: true });

addEventListener('message', async ({ data }) => {
  try {
    postMessage({ value: await speed(data) });
  } catch (error) {
    postMessage({ error: String(error?.stack ?? error) });
  }
});

const networks = new Map();

async function speed({ model, spec, sizes, turn }) {
  const { device } = await backend;
  const { network, batch, bins } = await networkFor(model, spec, sizes);
  const ahead = [];
  let steps = 0;
  const start = performance.now();
  while (performance.now() - start < turn || ahead.length > 0) {
    if (performance.now() - start < turn) {
      steps += 1;
      const rule = updateRule(spec.optimizer, steps, steps, 1);
      ahead.push(network.submit(batch, rule, device, steps % 16 === 1 ? bins : undefined));
    }
    if (ahead.length >= device.depth || performance.now() - start >= turn) await ahead.shift();
    await macrotask();
  }
  return (steps * sizes.batchSize) / ((performance.now() - start) / 1000);
}

/** The first call of a model compiles its programs, in two steps that are not measured. */
async function networkFor(model, spec, sizes) {
  const known = networks.get(model);
  if (known) return known;
  const input = { height: sizes.side, width: sizes.side, channels: 1, classes: sizes.classes };
  const { device, ...on } = await backend;
  const network = networkOf({ ...on, device }, spec, input, 2);
  const batch = madeUpBatch(seeded(2), model, sizes);
  const bins = network.layers.map(() => new Float64Array(512));
  for (const step of [1, 2]) {
    await network.submit(batch, updateRule(spec.optimizer, step, step, 1), device, bins);
  }
  const made = { network, batch, bins };
  networks.set(model, made);
  return made;
}
