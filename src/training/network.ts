import * as tf from '@tensorflow/tfjs-core';
import type { LossName } from '../experiment/losses/catalogue.ts';
import { declareLayers } from '../experiment/models/layers.ts';
import type { Model, ModelInput } from '../experiment/models/model.ts';
import type { LayerStyle } from '../experiment/models/net.ts';
import type { Random } from '../experiment/random.ts';
import type { SavedTensor } from '../run/checkpoint/checkpoint.ts';
import type { Backend } from './backend/backend.ts';
import type { Batch } from './batches.ts';
import type { LayerStep } from './divergence.ts';
import { createLayer, disposeLayer, parametersOf, type Layer } from './layer.ts';
import type { LossSums } from './loss-rows.ts';
import { restoreLayers, saveLayers } from './network-state.ts';
import { matrix } from './operations/one.ts';
import { scoped } from './scope.ts';
import { TensorNet } from './tensor-net.ts';
import type { UpdateRule } from './update-rule.ts';

/** The loss whose gradient a step goes down: its sum over the classes of all rows, times `factor`. */
export interface Push {
  readonly loss: LossName;
  readonly factor: number;
}

export interface NetworkStep {
  /** Before the step. */
  readonly measured: LossSums;
  /** One entry a layer; of its tensors the weights come first. */
  readonly layers: readonly LayerStep[];
}

/** A model with weights of its own. */
export class Network {
  readonly layers: readonly Layer[];

  constructor(
    readonly model: Model,
    readonly style: LayerStyle,
    readonly input: ModelInput,
    readonly backend: Backend,
    random: Random,
    slots: number,
  ) {
    this.layers = declareLayers(model, input, style).map((layer) =>
      createLayer(layer, backend, random, slots),
    );
  }

  /** The logits of some images, [labels, classes] row by row. */
  predict(batch: Batch): Float32Array {
    return scoped(() => this.#logits(batch, false).dataSync<'float32'>());
  }

  /** Every loss on some images, as they are used and not trained on. */
  measure(batch: Batch): LossSums {
    return scoped(() => this.backend.measureLosses(this.#logits(batch, false), batch.labels));
  }

  /**
   * One step down the gradient of a loss.
   * @param histograms to add the gradients at each layer's weights to
   */
  step(
    batch: Batch,
    { loss, factor }: Push,
    rule: UpdateRule,
    histograms?: readonly Float64Array[],
  ): NetworkStep {
    const parameters = this.layers.map(parametersOf);
    return scoped(() => {
      const { value, grads } = tf.valueAndGrads(() =>
        withGradient(this.#logits(batch, true), (logits) =>
          this.backend.lossGradient(loss, logits, batch.labels, factor),
        ),
      )(parameters.flat().map(({ tensor }) => tensor));
      const gradients = grads.values();
      const layers = this.layers.map(({ name }, l) => {
        const tensors = (parameters[l] ?? []).map((parameter, p) => {
          const gradient = next(gradients);
          const bins = p === 0 ? histograms?.[l] : undefined;
          if (bins) parameter.addToHistogram(gradient, bins);
          return parameter.step(gradient, rule);
        });
        return { name, tensors };
      });
      return { measured: this.backend.measureLosses(value, batch.labels), layers };
    });
  }

  /** Weights, optimizer slots and moving averages, each by its name. */
  save(): ReadonlyMap<string, SavedTensor> {
    return saveLayers(this.layers);
  }

  /** @throws LossLabError if they are those of another model or optimizer */
  restore(saved: ReadonlyMap<string, SavedTensor>): void {
    restoreLayers(this.layers, saved);
  }

  dispose(): void {
    this.layers.forEach(disposeLayer);
  }

  #logits({ images, count }: Batch, isTraining: boolean): tf.Tensor2D {
    const { height, width, channels, classes } = this.input;
    const x: tf.Tensor = tf.tensor4d(images, [count, height, width, channels]);
    const net = new TensorNet(this.layers, isTraining);
    const logits = this.model.forward(net, x, classes, this.style);
    return matrix(tf.reshape(logits, [-1, classes]));
  }
}

/**
 * The logits unchanged, but with the closed form of the loss's gradient for the backward pass. It is
 * computed right away: tfjs disposes what a gradient function has not saved.
 */
function withGradient(
  logits: tf.Tensor2D,
  gradientOf: (logits: tf.Tensor2D) => tf.Tensor2D,
): tf.Tensor2D {
  const identity = tf.customGrad<tf.Tensor2D>((...inputs) => {
    const gradient = gradientOf(logits);
    const save = inputs.at(-1);
    if (typeof save === 'function') save([gradient]);
    return { value: tf.clone(logits), gradFunc: (_dy, saved) => saved };
  });
  return identity(logits);
}

function next<T>(items: Iterator<T>): T {
  const item = items.next();
  if (item.done === true) throw new RangeError('A parameter without a gradient');
  return item.value;
}
