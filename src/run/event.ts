import type { RulerName } from '../experiment/losses/catalogue.ts';
import type { MetricName } from '../experiment/metrics/catalogue.ts';
import type { Message } from '../l10n.ts';
import type { Histogram } from './histogram.ts';

/**
 * The one currency: the worker emits it, the store and every page reduce it with `applyEvent`, the
 * log keeps it. Measured numbers are rounded to float32 where they are measured, so that the log,
 * which holds float32 as TensorBoard does, gives back the very same run.
 */
export type RunEvent =
  | StartedEvent
  | BatchEvent
  | GradientsEvent
  | EpochEvent
  | EvaluationEvent
  | MovedEvent
  | PausedEvent
  | ResumedEvent
  | FinishedEvent;

/** What a page takes: of a batch only what is drawn, since a run may have a million of them. */
export type PageEvent = RunEvent | DrawnBatchEvent;

export type DrawnBatchEvent = Omit<BatchEvent, 'accuracy' | 'hardest'>;

interface Occurrence {
  /** Seconds since 1970-01-01 UTC. */
  readonly wallTime: number;
  /** Optimizer steps done so far; 0 before the first. */
  readonly step: number;
}

/** The worker has its data and weights and is about to take the first step. */
export interface StartedEvent extends Occurrence {
  readonly type: 'started';
  readonly setting: RunSetting;
}

export interface RunSetting {
  readonly layers: readonly LayerSetting[];
  readonly classes: number;
  readonly trainCount: number;
  readonly validationCount: number;
  readonly stepsPerEpoch: number;
  /** What computed, such as "wasm". */
  readonly backend: string;
  /** The labels, folders or mask values of a person's own data, in the order of the classes. */
  readonly classNames?: readonly string[];
  /** The module of a person's own loss as it was read. */
  readonly ownLoss?: OwnLossSetting;
  /** Why that is not the fast backend, or what else to beware of, and what to do about it. */
  readonly notice?: Message;
}

export interface OwnLossSetting {
  /** Its file. */
  readonly module: string;
  /** SHA-256 of the file, as hexadecimal digits. */
  readonly sha256: string;
}

export interface LayerSetting {
  readonly name: string;
  /** Weights of the layer, its biases not counted. */
  readonly weights: number;
}

/** After every step: the batch that the step was taken on, measured before the step. */
export interface BatchEvent extends Occurrence {
  readonly type: 'batch';
  /** The run's own loss in its own reduction. */
  readonly loss: number;
  readonly accuracy: number;
  /** Its images of the largest own loss; a loss of a whole batch and a run of an earlier version have none. */
  readonly hardest?: HardestImages;
}

/** At most `hardestCount` images of a batch, the hardest first; both equally long. */
export interface HardestImages {
  /** Their places in the training set. */
  readonly images: readonly number[];
  /** The run's own loss of each before the step; the mean over its pixels where they have one each. */
  readonly losses: readonly number[];
}

export const hardestCount = 3;

/** Gradient statistics of every layer, in the order of `RunSetting.layers`. */
export interface GradientsEvent extends Occurrence {
  readonly type: 'gradients';
  /** `first-step`: of step 1 alone. `epoch`: of all steps of the epoch that `step` ended. */
  readonly window: 'first-step' | 'epoch';
  readonly epoch: number;
  readonly layers: readonly LayerStatistics[];
  /** Of the steps of the window that were sampled; a run of an earlier version has none. */
  readonly histograms?: readonly Histogram[];
}

/** Of the gradients of one layer's weights over the steps of a window. */
export interface LayerStatistics {
  /** L2 norm, mean over the steps. */
  readonly norm: number;
  /** Largest L2 norm of a step. */
  readonly maxNorm: number;
  /** Mean of all elements of all steps. */
  readonly mean: number;
  /** Standard deviation of all elements of all steps. */
  readonly std: number;
  /** Share of elements that are exactly 0, in 0..1. */
  readonly zeroFraction: number;
  /** ‖step of the weights‖ / ‖weights before it‖, mean over the steps. */
  readonly updateRatio: number;
}

/** At the end of an epoch; epoch 0 is the model as initialised, with no training figures. */
export interface EpochEvent extends Occurrence {
  readonly type: 'epoch';
  readonly epoch: number;
  /** Means over the epoch's batches, each measured before its step; null at epoch 0. */
  readonly train: Measures | null;
  /** Of the whole validation set with the weights at the end of the epoch. */
  readonly validation: Measures;
  /** Training images per second of this epoch, measuring and pauses left out; null at epoch 0. */
  readonly imagesPerSecond: number | null;
  /** Absent at epoch 0, where outputs are no softmax of one label an image, and in a run of an earlier version. */
  readonly doubted?: DoubtedLabels;
}

/** The training labels of an epoch that the model contradicted with confidence, each before its step. */
export interface DoubtedLabels {
  /** Of the labels, in 0..1. */
  readonly share: number;
  /** Of what the objective pulls at the logits by, Σ |∂L/∂z|, in 0..1; NaN where it does not pull at all. */
  readonly pull: number;
}

export interface Measures {
  /** Share of images whose largest logit is the label's, in 0..1. */
  readonly accuracy: number;
  /**
   * The run's own loss as it is trained: its parameters, class weights and reductions. A run of an earlier
   * version has none, and trained on a ruler.
   */
  readonly objective?: number;
  /** Every ruler in its default reduction, so that runs can be compared on each. */
  readonly losses: Readonly<Record<RulerName, number>>;
}

/** What the validation set says besides the measures, with the weights at the end of an epoch. */
export interface EvaluationEvent extends Occurrence {
  readonly type: 'evaluation';
  readonly epoch: number;
  /** Those that mean something for the run. */
  readonly metrics: Readonly<Partial<Record<MetricName, number>>>;
  /** [true class, predicted class], K² counts of labels. */
  readonly confusion: readonly number[];
  /** The mean of the run's own loss over the labels of each class; NaN for a class without any. */
  readonly classLosses: readonly number[];
  readonly examples: ExampleOutcomes;
  /** One entry a hidden layer with an activation; a run of an earlier version has none. */
  readonly units?: readonly UnitShare[];
}

/** How many units of a layer no longer answer to the validation images, of which some hundreds are looked at. */
export interface UnitShare {
  readonly layer: string;
  /** `dead`: ReLU units that give 0 for each. `saturated`: sigmoid or tanh units close to what they give at ±∞. */
  readonly kind: UnitFailure;
  /** Of the layer's units or channels, in 0..1. */
  readonly share: number;
}

export const unitFailures = ['dead', 'saturated'] as const;
export type UnitFailure = (typeof unitFailures)[number];

/** One entry a validation image, in the order of the data set. */
export interface ExampleOutcomes {
  /** The run's own loss of each; empty where it would take too long to find. */
  readonly losses: readonly number[];
  /** The predicted class, −1 for none; empty where every pixel has one. */
  readonly predicted: readonly number[];
}

/** Its worker or device was gone, and another goes on from the last checkpoint; what was told since then is not told again. */
export interface MovedEvent extends Occurrence {
  readonly type: 'moved';
  /** Of what goes on. */
  readonly setting: RunSetting;
  /** What happened to the one before. */
  readonly reason: Message;
}

export interface PausedEvent extends Occurrence {
  readonly type: 'paused';
}

export interface ResumedEvent extends Occurrence {
  readonly type: 'resumed';
}

/** The last event of a run. */
export interface FinishedEvent extends Occurrence {
  readonly type: 'finished';
  readonly outcome: Outcome;
  /** What happened and what to do; always there for `diverged` and `failed`. */
  readonly reason?: Message;
}

export type Outcome = 'completed' | 'stopped' | 'diverged' | 'failed' | 'interrupted';

/** Whether a run is in another state after the event. */
export function changesState({ type }: RunEvent): boolean {
  return type === 'started' || type === 'paused' || type === 'resumed' || type === 'finished';
}
