import type * as tf from '@tensorflow/tfjs-core';
import type { Message } from '../../l10n.ts';
import type { Ops } from '../losses/loss.ts';

/** A model of image classification: named layers of weights and a forward pass to the logits. */
export interface Model {
  readonly label: Message;
  readonly use: Message;
  layers(input: ModelInput): readonly LayerSpec[];
  /**
   * Logits [batch, classes] of `images` [batch, height·width], values in 0..1. `weights` holds the
   * layers' tensors in the order of `layers`.
   */
  logits(ops: Ops, images: tf.Tensor2D, weights: readonly LayerWeights[]): tf.Tensor2D;
}

export interface ModelInput {
  readonly pixels: number;
  readonly classes: number;
}

export interface LayerSpec {
  readonly name: string;
  /** Inputs of one unit, and units. */
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
  /** [fanIn, fanOut] */
  readonly weights: tf.Tensor2D;
  /** [fanOut] */
  readonly bias: tf.Tensor1D;
}
