import { perRuler, type LossName } from '../../../src/experiment/losses/catalogue.ts';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { type ExperimentSpec } from '../../../src/experiment/spec.ts';
import { datasetSpec } from '../../../src/experiment/datasets/dataset-spec.ts';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import type { Message } from '../../../src/l10n.ts';
import type { RunColour } from '../../../src/run/colours.ts';
import type { LayerStatistics, Measures, Outcome, RunEvent } from '../../../src/run/event.ts';
import { applyEvent, newRun } from '../../../src/run/reduce.ts';
import type { Run } from '../../../src/run/run.ts';

/** What a test says of a run; the rest is made up. */
export interface Told {
  readonly name?: string;
  readonly position?: number;
  readonly colour?: RunColour;
  readonly group?: string;
  readonly spec?: Partial<ExperimentSpec>;
  readonly loss?: LossName;
  /** Validation accuracy after each epoch, from epoch 0. */
  readonly accuracies?: readonly number[];
  /** Norm of each layer's gradient at step 1. */
  readonly firstNorms?: readonly number[];
  /** Weights of each layer; 100 each if not told. */
  readonly weights?: readonly number[];
  /** Norm of each layer's gradient in each epoch, from epoch 1. */
  readonly norms?: readonly (readonly number[])[];
  readonly batchLosses?: readonly number[];
  readonly outcome?: Outcome;
  /** Why it is not on the fast backend. */
  readonly notice?: Message;
}

const stepsPerEpoch = 10;

const base: Omit<ExperimentSpec, 'loss'> = {
  dataset: datasetSpec('fashion-mnist'),
  model: modelSpec('mlp'),
  optimizer: wholeOptimizer({ name: 'sgd', learningRate: 0.1 }),
  epochs: 30,
  batchSize: 128,
  seed: 1,
  earlyStopping: null,
};

/** A run in which just these events happened. */
export function runOf(told: Told): Run {
  const { name = 'CE', position = 0, loss = 'cross-entropy' } = told;
  const spec: ExperimentSpec = { ...base, loss: lossSpec(loss), ...told.spec };
  const id = `${name}-${position}`;
  const { colour, group } = told;
  const kin = { ...(colour && { colour }), ...(group !== undefined && { group }) };
  const run = newRun({ id, name, createdAt: 0, comparison: 'test', position, ...kin, spec });
  for (const event of eventsOf(told)) applyEvent(run, event);
  return run;
}

export function* eventsOf(told: Told): Generator<RunEvent, void> {
  const { accuracies = [], firstNorms, norms = [], batchLosses = [], outcome } = told;
  const layers = (firstNorms ?? norms[0] ?? [1, 1]).map((_, layer) => ({
    name: `dense-${layer + 1}`,
    weights: told.weights?.[layer] ?? 100,
  }));
  const setting = { layers, classes: 10, trainCount: 10_000, validationCount: 2_000 };
  const at = (step: number): { wallTime: number; step: number } => ({ wallTime: 100 + step, step });
  const backend = { backend: 'test', ...(told.notice && { notice: told.notice }) };
  yield { type: 'started', ...at(0), setting: { ...setting, stepsPerEpoch, ...backend } };
  for (const [index, loss] of batchLosses.entries()) {
    yield { type: 'batch', ...at(index + 1), loss, accuracy: 0.5 };
  }
  if (firstNorms !== undefined) {
    const window = 'first-step' as const;
    yield { type: 'gradients', ...at(1), window, epoch: 0, layers: firstNorms.map(statistics) };
  }
  for (const [index, of] of norms.entries()) {
    const epoch = index + 1;
    const step = epoch * stepsPerEpoch;
    yield { type: 'gradients', ...at(step), window: 'epoch', epoch, layers: of.map(statistics) };
  }
  for (const [epoch, accuracy] of accuracies.entries()) {
    const validation = measuresOf(accuracy);
    const train = epoch === 0 ? null : validation;
    const imagesPerSecond = epoch === 0 ? null : 10_000;
    const when = at(epoch * stepsPerEpoch);
    yield { type: 'epoch', ...when, epoch, train, validation, imagesPerSecond };
  }
  if (outcome !== undefined) yield { type: 'finished', ...at(lastStep(accuracies)), outcome };
}

const lastStep = (accuracies: readonly number[]): number =>
  Math.max(accuracies.length - 1, 0) * stepsPerEpoch;

function statistics(norm: number): LayerStatistics {
  return { norm, maxNorm: norm, mean: 0, std: norm, zeroFraction: 0, updateRatio: norm };
}

/** Every loss is told as 1 − accuracy. */
function measuresOf(accuracy: number): Measures {
  return { accuracy, objective: 1 - accuracy, losses: perRuler(() => 1 - accuracy) };
}
