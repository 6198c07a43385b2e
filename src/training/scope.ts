import * as tf from '@tensorflow/tfjs-core';

/** Disposes every tensor made in `work` that is not kept; `tf.tidy` for results that are no tensors. */
export function scoped<T>(work: () => T): T {
  const engine = tf.engine();
  engine.startScope();
  try {
    return work();
  } finally {
    engine.endScope();
  }
}
