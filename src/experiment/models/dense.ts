import type * as tf from '@tensorflow/tfjs-core';
import type { Ops } from '../losses/loss.ts';
import type { Initializer, LayerSpec, LayerWeights, ModelInput } from './model.ts';

type Activate = (x: tf.Tensor2D) => tf.Tensor2D;

export function denseLayer(
  name: string,
  fanIn: number,
  fanOut: number,
  initializer: Initializer,
): LayerSpec {
  return { name, shape: [fanIn, fanOut], units: fanOut, fanIn, fanOut, initializer };
}

/** The values of one image, which a dense layer takes as its inputs. */
export function imageSize({ height, width, channels }: ModelInput): number {
  return height * width * channels;
}

/** Each image as one row: [batch, height · width · channels]. */
export function flatten(ops: Ops, images: tf.Tensor4D): tf.Tensor2D {
  return ops.reshape(images, [images.shape[0], -1]);
}

/** x [batch, in] · weights + bias, [batch, out]. */
export function dense(ops: Ops, x: tf.Tensor2D, { weights, bias }: LayerWeights): tf.Tensor2D {
  if (!isMatrix(weights)) throw new Error(`Weights of rank ${weights.rank} in a dense layer`);
  return ops.add<tf.Tensor2D>(ops.matMul(x, weights), bias);
}

/** A chain of dense layers with an activation after all but the last: images to the logits. */
export function denseLogits(
  ops: Ops,
  images: tf.Tensor4D,
  layers: readonly LayerWeights[],
  activate: Activate,
): tf.Tensor2D {
  return layers.reduce(
    (x, layer, index) => {
      const z = dense(ops, x, layer);
      return index === layers.length - 1 ? z : activate(z);
    },
    flatten(ops, images),
  );
}

function isMatrix(tensor: tf.Tensor): tensor is tf.Tensor2D {
  return tensor.rank === 2;
}
