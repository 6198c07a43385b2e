import * as tf from '@tensorflow/tfjs-core';
import { optimizers, type OptimizerName } from '../../../src/experiment/optimizers/catalogue.ts';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { seeded } from '../../../src/experiment/random.ts';
import type { Backend } from '../../../src/training/backend/backend.ts';
import type { StepSums } from '../../../src/training/statistics.ts';
import { updateRule } from '../../../src/training/update-rule.ts';
import { distance, onBoth } from './backends.ts';

/** How far weights and slots are from the reference after five steps with penalties and clipping. */
export async function compareUpdate(name: OptimizerName, size: number): Promise<number> {
  const after = (backend: Backend): Float32Array[] => {
    const random = seeded(1);
    const draw = (): Float32Array => Float32Array.from({ length: size }, () => random.normal());
    const parameter = backend.parameter(draw(), [size], optimizers[name].slots);
    const optimizer = wholeOptimizer({ name, learningRate: 0.02, weightDecay: 0.01, l1: 0.001 });
    for (let step = 1; step <= 5; step++) {
      const gradient = tf.tensor1d(draw());
      const rule = updateRule(optimizer, step, 20, 1);
      parameter.step(gradient, rule, { ...rule.penalties, clip: 0.7 });
      gradient.dispose();
    }
    const saved = parameter.save();
    parameter.dispose();
    return saved;
  };
  const { measured, expected } = await onBoth(after);
  return Math.max(...expected.map((values, i) => distance(measured[i] ?? [], values)));
}

/** How far each sum is from the reference, for gradients about as large as `scale`. */
export async function compareSums(
  size: number,
  scale: number,
): Promise<Record<keyof StepSums, number>> {
  const sums = (backend: Backend): StepSums => {
    const random = seeded(2);
    const draw = (by: number): Float32Array =>
      Float32Array.from({ length: size }, () =>
        random.uniform() < 0.2 ? 0 : by * random.uniform(),
      );
    const parameter = backend.parameter(draw(1), [size], 0);
    const gradient = tf.tensor1d(draw(scale));
    const result = parameter.step(gradient, { name: 'sgd', rate: 0.01 / scale });
    gradient.dispose();
    parameter.dispose();
    return result;
  };
  const { measured, expected } = await onBoth(sums);
  const of = (key: keyof StepSums): number => distance([measured[key]], [expected[key]]);
  return {
    count: of('count'),
    gradient: of('gradient'),
    gradientSquares: of('gradientSquares'),
    gradientZeros: of('gradientZeros'),
    weightSquares: of('weightSquares'),
    stepSquares: of('stepSquares'),
  };
}

/** Bins that differ from the reference. The values are of all exponents that float32 has normalised. */
export async function compareHistogram(size: number): Promise<number> {
  const bins = (backend: Backend): Float64Array => {
    const random = seeded(3);
    const special = [0, -0, 1, -1, Infinity, -Infinity, NaN];
    const values = Float32Array.from({ length: size }, (_, i) =>
      i < special.length
        ? (special[i] ?? 0)
        : (random.uniform() - 0.5) * 2 ** Math.floor(250 * random.uniform() - 124),
    );
    const parameter = backend.parameter(new Float32Array(size), [size], 0);
    const counts = new Float64Array(512);
    const gradient = tf.tensor1d(values);
    parameter.addToHistogram(gradient, counts);
    parameter.addToHistogram(gradient, counts);
    gradient.dispose();
    parameter.dispose();
    return counts;
  };
  const { measured, expected } = await onBoth(bins);
  if (expected.reduce((sum, count) => sum + count, 0) !== 2 * size) return Infinity;
  return expected.filter((count, bin) => count !== measured[bin]).length;
}
