import * as tf from '@tensorflow/tfjs-core';

/** What a step gives, gathered in one tensor, so that one transfer brings it all. */
export class Pack {
  readonly #parts: tf.Tensor[] = [];

  add(part: tf.Tensor): void {
    this.#parts.push(tf.reshape(part, [part.size]));
  }

  /** [values] */
  tensor(): tf.Tensor {
    return tf.concat(this.#parts);
  }
}

/** Reads the parts of a pack in the order in which they were added. */
export class Unpack {
  #at = 0;

  constructor(readonly values: Float32Array) {}

  next(count: number): Float32Array {
    this.#at += count;
    return this.values.subarray(this.#at - count, this.#at);
  }
}
