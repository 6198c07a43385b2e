import type * as tf from '@tensorflow/tfjs-core';
import type { Message } from '../../l10n.ts';
import type { Ops } from '../losses/loss.ts';

/** A model of image classification: named layers of weights and a forward pass to the logits. */
export interface Model {
  readonly label: Message;
  readonly use: Message;
  layers(input: ModelInput): readonly LayerSpec[];
  /**
   * Logits [batch, classes] of `images` [batch, height, width, channels], values in 0..1. `weights`
   * holds the layers' tensors in the order of `layers`.
   */
  logits(ops: Ops, images: tf.Tensor4D, weights: readonly LayerWeights[]): tf.Tensor2D;
}

export interface ModelInput {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly classes: number;
}

/** A layer's tensors: weights of any shape, and a bias for each unit or channel that comes out. */
export interface LayerSpec {
  readonly name: string;
  /** Of the weights: [in, out] of a dense layer, [height, width, in, out] of a convolution. */
  readonly shape: tf.ShapeMap[tf.Rank];
  readonly units: number;
  /** Inputs that one unit sums up, and units that one input goes to. */
  readonly fanIn: number;
  readonly fanOut: number;
  readonly initializer: Initializer;
}

/**
 * `glorot-uniform`: U(±√(6/(fanIn+fanOut))), Glorot & Bengio 2010, for sigmoid and softmax layers.
 * `he-normal`: N(0, 2/fanIn), He et al. 2015, for layers followed by ReLU. Biases start at 0.
 */
export type Initializer = 'glorot-uniform' | 'he-normal';

export interface LayerWeights {
  /** As the layer's `shape` says. */
  readonly weights: tf.Tensor;
  /** [units] */
  readonly bias: tf.Tensor1D;
}

/** How many weights a layer has. */
export function weightCount({ shape }: LayerSpec): number {
  return shape.reduce<number>((product, length) => product * length, 1);
}
