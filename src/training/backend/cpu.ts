import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '../operations/gradients.ts';
import { rulers } from '../../experiment/losses/catalogue.ts';
import { presets } from '../../experiment/losses/parameter.ts';
import { composedLossGradient, measureRows } from '../loss-rows.ts';
import type { Backend } from './backend.ts';
import { CpuParameter } from './cpu-parameter.ts';
import { NewTensorAverage } from './new-tensor-average.ts';

/** Plain JavaScript: slow, but runs wherever SIMD is missing, and is what the kernels are checked with. */
export const cpuBackend: Backend = {
  name: 'cpu',
  activate: async () => {
    tf.enableProdMode();
    await tf.setBackend('cpu');
  },
  parameter: (values, shape, slots) => new CpuParameter(values, shape, slots),
  average: (count, value) => new CpuAverage(count, value),
  lossGradient: (name, logits, labels, factor) =>
    composedLossGradient(rulers[name], presets(rulers[name].parameters), logits, labels, factor),
  measureLosses: (logits, labels, kept) =>
    measureRows(logits.dataSync<'float32'>(), labels, logits.shape[1], kept),
  setThreads: () => undefined,
};

class CpuAverage extends NewTensorAverage {
  update(values: tf.Tensor, decay: number, factor: number): void {
    const next = values.dataSync();
    const average = this.tensor
      .dataSync<'float32'>()
      .map((value, i) => decay * value + (1 - decay) * factor * (next[i] ?? NaN));
    this.replace(tf.tensor1d(average));
  }
}
