import type { LabelledImages, TrainingData } from '../experiment/datasets/dataset.ts';
import { losses } from '../experiment/losses/catalogue.ts';
import { Prediction } from '../experiment/losses/prediction.ts';
import { metrics, metricNames, type MetricName } from '../experiment/metrics/catalogue.ts';
import { nearestClassMean } from '../experiment/nearest-class-mean.ts';
import { Outcomes } from '../experiment/metrics/outcomes.ts';
import type { EvaluationEvent, Measures } from '../run/event.ts';
import type { SampledOutputs } from '../run/outputs/outputs.ts';
import { inOrder } from './batches.ts';
import type { Network } from './network.ts';
import { OutputSample } from './output-sample.ts';
import { Tally } from './tally.ts';
import { UnitCount } from './unit-count.ts';

/** Images that are looked at together. */
const batchSize = 100;

/** A metric of regions means something where every pixel has a class. */
function isFor(name: MetricName, { labelsPerImage }: LabelledImages): boolean {
  return metrics[name].task !== 'segmentation' || labelsPerImage > 1;
}

/** What an evaluation says, but for when it was made. */
export interface Evaluation {
  readonly measures: Measures;
  readonly details: Pick<
    EvaluationEvent,
    'metrics' | 'confusion' | 'classLosses' | 'examples' | 'units'
  >;
  readonly outputs: SampledOutputs;
}

/** Measures the network on the whole validation set. @param scale of the objective: see `Tally` */
export function evaluate(network: Network, data: TrainingData, scale: number): Evaluation {
  const { validation, classes } = data;
  const { activation } = losses[network.objective.spec.name];
  const tally = new Tally(classes, scale);
  const outcomes = new Outcomes(classes, activation);
  const details = new Details(validation, classes);
  const sample = new OutputSample(validation, classes);
  const units = new UnitCount(Math.ceil(validation.count / batchSize));
  const ofEach = network.objective.isKnownOfEach(validation.count);
  for (const batch of inOrder(validation, batchSize)) {
    const { logits, ...measured } = network.measure(batch, units.next());
    tally.add(measured);
    sample.add(logits, batch.labels);
    const each =
      measured.objective.each ??
      (ofEach ? network.objective.each(logits, batch.labels) : undefined);
    details.add(logits, batch.labels, each, outcomes);
  }
  if (data.heldOut) outcomes.heldOutAccuracy = recognise(network, data.heldOut);
  const shares = units.shares();
  return {
    measures: tally.measures(),
    details: { ...details.finish(outcomes), ...(shares.length > 0 && { units: shares }) },
    outputs: sample.finish(),
  };
}

/** From 5 known images a class, anew 20 times, always the same ones. */
function recognise(network: Network, heldOut: LabelledImages): number {
  const parts = [...inOrder(heldOut, batchSize)].map((batch) => network.embed(batch));
  const embeddings = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    embeddings.set(part, at);
    at += part.length;
  }
  const setting = { shots: 5, episodes: 20, seed: 1 };
  return nearestClassMean(embeddings, heldOut.labels, setting).accuracy;
}

/** Per class and per example. */
class Details {
  readonly #prediction: Prediction;
  readonly #classSums: Float64Array;
  readonly #classCounts: Float64Array;
  readonly #losses: number[] = [];
  readonly #predicted: number[] = [];

  constructor(
    readonly data: LabelledImages,
    readonly classes: number,
  ) {
    this.#prediction = new Prediction(classes);
    this.#classSums = new Float64Array(classes);
    this.#classCounts = new Float64Array(classes);
  }

  /** @param each the objective of each example, if it is known: of each label, or of each image */
  add(
    logits: Float32Array,
    labels: Uint8Array,
    each: Float64Array | undefined,
    outcomes: Outcomes,
  ): void {
    const labelsPerExample = labels.length / (each?.length ?? NaN);
    labels.forEach((label, row) => {
      const prediction = this.#prediction.fill(logits, row * this.classes, label);
      outcomes.add(prediction);
      const own = each?.[Math.floor(row / labelsPerExample)] ?? NaN;
      this.#classSums[label] = (this.#classSums[label] ?? NaN) + own;
      this.#classCounts[label] = (this.#classCounts[label] ?? NaN) + 1;
      if (this.data.labelsPerImage === 1) this.#predicted.push(prediction.predictedClass);
    });
    if (each) this.#losses.push(...this.#imageMeans(each, labels));
  }

  finish(outcomes: Outcomes): Omit<Evaluation['details'], 'units'> {
    const known = metricNames
      .filter((name) => isFor(name, this.data))
      .map((name) => [name, metrics[name].value(outcomes)] as const);
    const measured: Partial<Record<MetricName, number>> = {};
    for (const [name, value] of known) {
      if (!Number.isNaN(value)) measured[name] = Math.fround(value);
    }
    return {
      metrics: measured,
      confusion: [...outcomes.confusion],
      classLosses: [...this.#classSums].map((sum, k) =>
        Math.fround(sum / (this.#classCounts[k] ?? NaN)),
      ),
      examples: { losses: this.#losses.map(Math.fround), predicted: this.#predicted },
    };
  }

  /** Of an image whose pixels each have a loss, their mean. */
  #imageMeans(each: Float64Array, labels: Uint8Array): number[] {
    const images = labels.length / this.data.labelsPerImage;
    const size = each.length / images;
    return Array.from({ length: images }, (_, image) => {
      const ofImage = each.subarray(image * size, (image + 1) * size);
      return ofImage.reduce((sum, value) => sum + value, 0) / size;
    });
  }
}
