import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

/**
 * Replaces tfjs's Identity, which copies the data, by one that shares it, as on its other backends.
 * The tape clones every tensor that a gradient needs: the images of each batch, too.
 */
export function registerIdentity(backend: BackendWasm): void {
  tf.unregisterKernel(tf.Identity, 'wasm');
  tf.registerKernel({
    kernelName: tf.Identity,
    backendName: 'wasm',
    kernelFunc: ({ inputs: { x } }) => {
      if (!x) throw new Error('Identity takes a tensor');
      backend.incRef(x.dataId);
      return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
    },
  });
}
