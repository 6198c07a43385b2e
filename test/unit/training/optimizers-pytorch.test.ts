import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { optimizerNames, optimizers } from '../../../src/experiment/optimizers/catalogue.ts';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { clippingOf } from '../../../src/training/clipping.ts';
import { updateRule } from '../../../src/training/update-rule.ts';
import { backends } from './backends.ts';

const start = [0.5, -1.25, 0, 2, -0.03125];

/** The gradients of steps 1, 4, 7 …, 2, 5, 8 …, and 3, 6, 9 … */
const gradients = [
  [0.5, -0.25, 1, -2, 0.0625],
  [-1.5, 0.75, 0.5, 0.25, -0.125],
  [2, 0.125, -0.75, 1, 0.5],
] as const;

/**
 * The weights after 20 steps at 0.05 by PyTorch 2.15 in float64: torch.optim's SGD, RMSprop, Adam and AdamW
 * with weight_decay, `clip_grad_norm_`, 0.05 · sign(w) added to the gradient for L1, and for the schedule
 * SequentialLR of LinearLR(1/4, 1, 3) and CosineAnnealingLR(16) from step 4 on.
 */
const figures = [
  {
    title: 'nothing else',
    extras: { weightDecay: 0 },
    weights: {
      sgd: [0.25, -1.4625, -0.3, 2.3125, -0.159375],
      momentum: [-1.26648899, -2.45572481, -1.78699942, 3.97596033, -0.84259999],
      nesterov: [-1.33984009, -2.54765233, -1.90829948, 4.0908643, -0.88958999],
      rmsprop: [-0.33036116, -2.398905, -1.52532223, 2.84943159, -1.64465877],
      adam: [0.28401805, -1.61037825, -0.42427494, 2.28737005, -0.49209365],
      adamw: [0.28401805, -1.61037825, -0.42427494, 2.28737005, -0.49209365],
    },
  },
  {
    title: 'a weight decay of 0.1',
    extras: { weightDecay: 0.1 },
    weights: {
      sgd: [0.21556791, -1.33430576, -0.28578791, 2.10547763, -0.15031664],
      momentum: [-1.29775901, -1.64516401, -1.48964284, 2.58572654, -0.71819319],
      nesterov: [-1.31336661, -1.67133487, -1.54215647, 2.58974204, -0.73434845],
      rmsprop: [-0.31063271, -1.56909422, -1.20966364, 2.29231354, -0.92801365],
      adam: [0.25765343, -1.36943701, -0.40591748, 2.14445546, -0.44558359],
      adamw: [0.24661798, -1.47798833, -0.40171284, 2.08045406, -0.46845338],
    },
  },
  {
    title: 'gradients clipped to 1.5',
    extras: { weightDecay: 0, clipNorm: 1.5 },
    weights: {
      sgd: [0.45771918, -1.43856055, -0.23601504, 2.19492427, -0.10165063],
      momentum: [0.05311451, -2.32450949, -1.40115924, 3.2407465, -0.4824665],
      nesterov: [0.05552224, -2.40561909, -1.49705836, 3.31159612, -0.50774548],
      rmsprop: [0.05059889, -2.4894653, -1.77124984, 2.81550537, -1.44781703],
      adam: [0.40524439, -1.64461043, -0.48222571, 2.27900549, -0.4329333],
      adamw: [0.40524439, -1.64461043, -0.48222571, 2.27900549, -0.4329333],
    },
  },
  {
    title: 'decay, L1 and clipping',
    extras: { weightDecay: 0.1, l1: 0.05, clipNorm: 1.5 },
    weights: {
      sgd: [0.36565674, -1.26360662, -0.17954674, 1.94622706, -0.04759795],
      momentum: [-0.30318713, -1.2709044, -0.93074131, 1.72314086, -0.14794473],
      nesterov: [-0.27956906, -1.28266412, -0.96386531, 1.70346845, -0.14747735],
      rmsprop: [0.01395897, -1.21481512, -1.05521233, 1.84767005, -0.15843495],
      adam: [0.32085877, -1.2257289, -0.38384143, 2.00322531, -0.21003888],
      adamw: [0.31924666, -1.40948803, -0.38951851, 2.02320569, -0.22975163],
    },
  },
  {
    title: 'decay, a warm-up of 4 steps and 16 steps of cosine',
    extras: { weightDecay: 0.1, schedule: { name: 'cosine', warmUp: 0.2 } },
    weights: {
      sgd: [0.30023162, -1.29314602, -0.14092521, 2.03870555, -0.10605917],
      momentum: [-0.41646615, -1.44757125, -0.82327507, 2.37894242, -0.38329037],
      nesterov: [-0.49902059, -1.46537347, -0.85903465, 2.36948043, -0.413054],
      rmsprop: [0.00271358, -1.48102467, -0.64583031, 2.06186769, -0.71072574],
      adam: [0.37603459, -1.32555039, -0.22604372, 2.07676486, -0.26213878],
      adamw: [0.36860375, -1.39181331, -0.22412379, 2.04253236, -0.26918404],
    },
  },
] as const;

describe.each(backends)('on $name', (backend) => {
  describe.each(figures)('with $title', ({ extras, weights }) => {
    test.each(optimizerNames)('%s ends where PyTorch ends', async (name) => {
      await backend.activate();
      const optimizer = wholeOptimizer({ name, learningRate: 0.05, ...extras });
      const parameter = backend.parameter(Float32Array.from(start), [5], optimizers[name].slots);
      for (let step = 1; step <= 20; step++) {
        const gradient = tf.tensor1d([...(gradients[(step - 1) % 3] ?? [])]);
        const rule = updateRule(optimizer, step, 20, 1);
        const clip = clippingOf([parameter], [gradient], rule.clipNorm)?.factor ?? 1;
        parameter.step(gradient, rule, { clip, ...rule.penalties });
      }
      const measured = [...parameter.tensor.dataSync()];
      weights[name].forEach((w, i) =>
        expect(Math.abs((measured[i] ?? NaN) - w)).toBeLessThan(5e-6),
      );
      parameter.dispose();
    });
  });
});
