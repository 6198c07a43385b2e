import * as tf from '@tensorflow/tfjs-core';

/** What tfjs hands to a gradient: a tensor, by its types perhaps several or none. */
export function one(tensor: tf.Tensor | tf.Tensor[] | undefined): tf.Tensor {
  if (tensor instanceof tf.Tensor) return tensor;
  throw new Error('A gradient takes one tensor');
}

/** The same with the rank that a caller knows it to have. */
export function image(tensor: tf.Tensor): tf.Tensor4D {
  if (isRank4(tensor)) return tensor;
  throw new Error(`Images have four dimensions, not ${tensor.rank}`);
}

export function vector(tensor: tf.Tensor): tf.Tensor1D {
  if (isRank1(tensor)) return tensor;
  throw new Error(`A vector has one dimension, not ${tensor.rank}`);
}

export function matrix(tensor: tf.Tensor): tf.Tensor2D {
  if (isRank2(tensor)) return tensor;
  throw new Error(`A matrix has two dimensions, not ${tensor.rank}`);
}

const isRank4 = (tensor: tf.Tensor): tensor is tf.Tensor4D => tensor.rank === 4;
const isRank2 = (tensor: tf.Tensor): tensor is tf.Tensor2D => tensor.rank === 2;
const isRank1 = (tensor: tf.Tensor): tensor is tf.Tensor1D => tensor.rank === 1;
