import * as tf from '@tensorflow/tfjs-core';
import { declareLayers } from '../experiment/models/layers.ts';
import {
  logitsOf,
  type Model,
  type ModelBuild,
  type ModelInput,
} from '../experiment/models/model.ts';
import type { Random } from '../experiment/random.ts';
import type { SavedTensor } from '../run/checkpoint/checkpoint.ts';
import type { Backend } from './backend/backend.ts';
import type { Device } from './backend/device.ts';
import type { Batch } from './batches.ts';
import { clippingOf, type Clipping } from './clipping.ts';
import { deviceStep } from './device-step.ts';
import type { LayerStep } from './divergence.ts';
import type { LabelDoubt } from './label-doubt.ts';
import { createLayer, disposeLayer, parametersOf, type Layer } from './layer.ts';
import type { Objective } from './objectives/objective.ts';
import { restoreLayers, saveLayers } from './network-state.ts';
import { matrix } from './operations/one.ts';
import { scoped } from './scope.ts';
import type { Measured } from './tally.ts';
import { TensorNet } from './tensor-net.ts';
import type { SeeUnits } from './unit-count.ts';
import { noPenalties, type UpdateRule } from './update-rule.ts';
import { withGradient } from './with-gradient.ts';

export interface NetworkStep {
  /** Before the step. */
  readonly measured: Measured;
  /** One entry a layer; of its tensors the weights come first. */
  readonly layers: readonly LayerStep[];
  /** Null where the rule sets no limit. */
  readonly clipping: Clipping | null;
}

/** What a network draws from: initial weights, and what dropout leaves out. */
export interface NetworkRandom {
  readonly weights: Random;
  readonly dropout: Random;
}

/** A model with weights of its own. */
export class Network {
  readonly layers: readonly Layer[];

  constructor(
    readonly model: Model,
    readonly build: ModelBuild,
    readonly input: ModelInput,
    readonly objective: Objective,
    readonly backend: Backend,
    readonly random: NetworkRandom,
    slots: number,
  ) {
    this.layers = declareLayers(model, input, build).map((layer) =>
      createLayer(layer, backend, random.weights, slots),
    );
  }

  /** The logits of some images, [labels, classes] row by row. */
  predict(batch: Batch): Float32Array {
    return scoped(() => this.#logits(batch, false).dataSync<'float32'>());
  }

  /** What the output layer sees of some images, [count, values of an image] row by row. */
  embed(batch: Batch): Float32Array {
    return scoped(() => {
      const features = this.model.features(this.#net(false), this.#images(batch), this.build);
      return features.dataSync<'float32'>().slice();
    });
  }

  /** Every ruler and the objective on some images, as they are used and not trained on. */
  measure(batch: Batch, seeUnits?: SeeUnits): Measured & { readonly logits: Float32Array } {
    return scoped(() => {
      const logits = this.#logits(batch, false, seeUnits);
      // A copy: what the tensor holds is gone with it.
      return { ...this.#measured(logits, batch), logits: logits.dataSync<'float32'>().slice() };
    });
  }

  /**
   * One step down the gradient of the objective.
   * @param histograms to add the gradients at each layer's weights to
   * @param doubt to add what it says of the batch's labels before the step to
   */
  step(
    batch: Batch,
    rule: UpdateRule,
    histograms?: readonly Float64Array[],
    doubt?: LabelDoubt,
  ): NetworkStep {
    const parameters = this.layers.map(parametersOf);
    return scoped(() => {
      const { value, grads } = this.#differentiate(batch, doubt);
      const clipping = clippingOf(parameters.flat(), grads, rule.clipNorm);
      const gradients = grads.values();
      const layers = this.layers.map(({ name }, l) => {
        const tensors = (parameters[l] ?? []).map((parameter, p) => {
          const gradient = next(gradients);
          const bins = p === 0 ? histograms?.[l] : undefined;
          if (bins) parameter.addToHistogram(gradient, bins);
          const penalties = p === 0 ? rule.penalties : noPenalties;
          return parameter.step(gradient, rule, { clip: clipping?.factor ?? 1, ...penalties });
        });
        return { name, tensors };
      });
      return { measured: this.#measured(value, batch), layers, clipping };
    });
  }

  /** The same on a device that computes beside this thread: what the step gives comes late. */
  submit(
    batch: Batch,
    rule: UpdateRule,
    device: Device,
    histograms?: readonly Float64Array[],
    doubt?: LabelDoubt,
  ): Promise<NetworkStep> {
    return scoped(() => {
      const { value: logits, grads: gradients } = this.#differentiate(batch);
      const how = { batch, rule, device, logits, gradients, histograms, doubt };
      return deviceStep(this, how);
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

  /** The logits, and the objective's gradients at the parameters of all layers, one after another. */
  #differentiate(batch: Batch, doubt?: LabelDoubt): { value: tf.Tensor2D; grads: tf.Tensor[] } {
    const parameters = this.layers.flatMap(parametersOf);
    return tf.valueAndGrads(() =>
      withGradient(
        this.#logits(batch, true),
        (logits) => {
          const gradient = this.objective.gradient(this.backend, logits, batch.labels);
          doubt?.add(logits.dataSync<'float32'>(), gradient.dataSync<'float32'>(), batch.labels);
          return gradient;
        },
        this.objective.isDifferentiated,
      ),
    )(parameters.map(({ tensor }) => tensor));
  }

  #measured(logits: tf.Tensor2D, { labels }: Batch): Measured {
    const rulers = this.backend.measureLosses(logits, labels, this.objective.kept);
    const read = this.objective.reads(logits, labels)?.dataSync<'float32'>();
    const measured = this.objective.measure(read, labels, rulers);
    return { rulers, objective: { ...measured, examples: this.objective.examples(labels) } };
  }

  #logits(batch: Batch, isTraining: boolean, seeUnits?: SeeUnits): tf.Tensor2D {
    const { classes } = this.input;
    const x = this.#images(batch);
    const net = this.#net(isTraining, seeUnits);
    const logits = logitsOf(this.model, net, x, classes, this.build);
    return matrix(tf.reshape(logits, [-1, classes]));
  }

  #images({ images, count }: Batch): tf.Tensor {
    const { height, width, channels } = this.input;
    return tf.tensor4d(images, [count, height, width, channels]);
  }

  #net(isTraining: boolean, seeUnits?: SeeUnits): TensorNet {
    return new TensorNet(this.layers, isTraining, this.random.dropout, seeUnits);
  }
}

function next<T>(items: Iterator<T>): T {
  const item = items.next();
  if (item.done === true) throw new RangeError('A parameter without a gradient');
  return item.value;
}
