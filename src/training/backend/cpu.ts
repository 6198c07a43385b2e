import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '../operations/gradients.ts';
import { rulers } from '../../experiment/losses/catalogue.ts';
import { presets } from '../../experiment/losses/parameter.ts';
import { composedLossGradient, measureRows } from '../loss-rows.ts';
import type { Average, Backend } from './backend.ts';
import { CpuParameter } from './cpu-parameter.ts';

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

class CpuAverage implements Average {
  tensor: tf.Tensor1D;

  constructor(count: number, value: number) {
    this.tensor = tf.keep(tf.tensor1d(new Float32Array(count).fill(value)));
  }

  update(values: tf.Tensor, decay: number, factor: number): void {
    const next = values.dataSync();
    const average = this.tensor
      .dataSync<'float32'>()
      .map((value, i) => decay * value + (1 - decay) * factor * (next[i] ?? NaN));
    this.tensor.dispose();
    this.tensor = tf.keep(tf.tensor1d(average));
  }

  save(): Float32Array[] {
    return [this.tensor.dataSync<'float32'>().slice()];
  }

  restore([values = new Float32Array()]: readonly Float32Array[]): void {
    this.tensor.dispose();
    this.tensor = tf.keep(tf.tensor1d(values.slice()));
  }

  dispose(): void {
    this.tensor.dispose();
  }
}
