import * as tf from '@tensorflow/tfjs-core';
import type { Average } from './backend.ts';

/** An average that is a new tensor after every update. */
export abstract class NewTensorAverage implements Average {
  tensor: tf.Tensor1D;

  constructor(count: number, value: number) {
    this.tensor = tf.keep(tf.tensor1d(new Float32Array(count).fill(value)));
  }

  abstract update(values: tf.Tensor, decay: number, factor: number): void;

  save(): Float32Array[] {
    return [this.tensor.dataSync<'float32'>().slice()];
  }

  restore([values = new Float32Array()]: readonly Float32Array[]): void {
    this.replace(tf.tensor1d(values.slice()));
  }

  dispose(): void {
    this.tensor.dispose();
  }

  protected replace(next: tf.Tensor1D): void {
    this.tensor.dispose();
    this.tensor = tf.keep(next);
  }
}
