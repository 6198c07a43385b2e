import * as tf from '@tensorflow/tfjs-core';
import type { Model, ModelInput } from '../experiment/models/model.ts';
import type { Backend, Parameter } from './backend/backend.ts';
import type { Batch } from './batches.ts';
import type { LayerStep } from './divergence.ts';
import { initialWeights } from './initializers.ts';
import type { Random } from './random.ts';
import { scoped } from './scope.ts';
import type { UpdateRule } from './update-rule.ts';

/** From the logits of a batch, [batch, classes], to the gradient of the batch's loss there. */
export type LogitGradient = (logits: tf.Tensor2D) => tf.Tensor2D;

export interface NetworkStep {
  /** Before the step, [batch, classes] row by row. */
  readonly logits: Float32Array;
  /** One entry a layer; of its tensors the weights come first. */
  readonly layers: readonly LayerStep[];
}

interface Layer {
  readonly name: string;
  readonly weights: Parameter;
  readonly bias: Parameter<tf.Rank.R1>;
}

/** A model with weights of its own. */
export class Network {
  readonly layers: readonly Layer[];

  constructor(
    readonly model: Model,
    readonly input: ModelInput,
    backend: Backend,
    random: Random,
    slots: number,
  ) {
    this.layers = model.layers(input).map((layer) => ({
      name: layer.name,
      weights: backend.parameter<tf.Rank>(initialWeights(layer, random), layer.shape, slots),
      bias: backend.parameter<tf.Rank.R1>(new Float32Array(layer.units), [layer.units], slots),
    }));
  }

  /** The logits of some images, [count, classes] row by row. */
  predict(batch: Batch): Float32Array {
    return scoped(() => this.#logits(this.#images(batch)).dataSync<'float32'>());
  }

  /** One step down the gradient that begins with `logitGradient`. */
  step(batch: Batch, logitGradient: LogitGradient, rule: UpdateRule): NetworkStep {
    return scoped(() => {
      const x = this.#images(batch);
      const { value, grads } = tf.valueAndGrads(() => withGradient(this.#logits(x), logitGradient))(
        this.#parameters.map(({ tensor }) => tensor),
      );
      const sums = this.#parameters.map((parameter, i) => parameter.step(at(grads, i), rule));
      const layers = this.layers.map(({ name }, i) => ({
        name,
        tensors: sums.slice(2 * i, 2 * i + 2),
      }));
      return { logits: value.dataSync<'float32'>(), layers };
    });
  }

  dispose(): void {
    for (const parameter of this.#parameters) parameter.dispose();
  }

  get #parameters(): Parameter[] {
    return this.layers.flatMap(({ weights, bias }) => [weights, bias]);
  }

  #images({ images, count }: Batch): tf.Tensor4D {
    const { height, width, channels } = this.input;
    return tf.tensor4d(images, [count, height, width, channels]);
  }

  #logits(images: tf.Tensor4D): tf.Tensor2D {
    const weights = this.layers.map((layer) => ({
      weights: layer.weights.tensor,
      bias: layer.bias.tensor,
    }));
    return this.model.logits(tf, images, weights);
  }
}

/**
 * The logits unchanged, but with the closed form of the loss's gradient for the backward pass. It is
 * computed right away: tfjs disposes what a gradient function has not saved.
 */
function withGradient(logits: tf.Tensor2D, logitGradient: LogitGradient): tf.Tensor2D {
  const identity = tf.customGrad<tf.Tensor2D>((...inputs) => {
    const gradient = logitGradient(logits);
    const save = inputs.at(-1);
    if (typeof save === 'function') save([gradient]);
    return { value: tf.clone(logits), gradFunc: (_dy, saved) => saved };
  });
  return identity(logits);
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`Nothing at ${index}`);
  return item;
}
