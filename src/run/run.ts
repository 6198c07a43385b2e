import type { ExperimentSpec } from '../experiment/spec.ts';
import type { RulerName } from '../experiment/losses/catalogue.ts';
import type { MetricName } from '../experiment/metrics/catalogue.ts';
import type { Message } from '../l10n.ts';
import type { RunColour } from './colours.ts';
import type {
  DoubtedLabels,
  EvaluationEvent,
  LayerStatistics,
  Outcome,
  RunSetting,
  UnitFailure,
} from './event.ts';
import type { Histogram } from './histogram.ts';
import type { Purpose } from './purpose.ts';

/** What a run is before anything has happened in it; kept as `run.json` in its folder. */
export interface RunIdentity {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly createdAt: number;
  /** Shared by the runs that were started together. */
  readonly comparison: string;
  /**
   * Its place in the comparison, which fixes its colour unless one is chosen. Runs of one group share it, and so read as one
   * in every chart and list; a run that continues another keeps the other's.
   */
  readonly position: number;
  /** Shared by the runs of one experiment that differ in their seed alone. */
  readonly group?: string;
  /** Chosen by a person; left out for that of its place. */
  readonly colour?: RunColour;
  /** The run whose checkpoint after `epoch` this one goes on from; it begins with a copy of its events. */
  readonly continues?: { readonly id: string; readonly epoch: number };
  readonly purpose?: Purpose;
  readonly spec: ExperimentSpec;
}

/** `queued` also while the worker loads its data. */
export type RunState = 'queued' | 'running' | 'paused' | Outcome;

/** What happened in a run: plain data, so that every border can carry it. Changed by `applyEvent` alone. */
export interface Run {
  identity: RunIdentity;
  state: RunState;
  reason: Message | undefined;
  setting: RunSetting | undefined;
  /** When and why another worker or device took over. */
  moves: Move[];
  /** Optimizer steps done. */
  step: number;
  batches: BatchSeries;
  hardest: HardestSeries;
  epochs: EpochSeries;
  gradients: GradientSeries;
  evaluations: EvaluationSeries;
  /** Seconds since 1970 of the first and the last event. */
  startedAt: number | undefined;
  lastEventAt: number | undefined;
}

export interface Move {
  /** Optimizer steps done by then. */
  readonly step: number;
  readonly reason: Message;
}

/** One entry a step, all arrays equally long; a page is given no accuracy. */
export interface BatchSeries {
  step: number[];
  wallTime: number[];
  loss: number[];
  accuracy: number[];
}

/**
 * The hardest images of each batch: `hardestCount` entries a step of `step`, with image −1 where a batch
 * has fewer. Kept by the host alone: a page asks for what it shows.
 */
export interface HardestSeries {
  step: number[];
  image: number[];
  loss: number[];
}

/** One entry an epoch from epoch 0, all arrays equally long; training figures are NaN at epoch 0. */
export interface EpochSeries {
  epoch: number[];
  step: number[];
  wallTime: number[];
  train: MeasureSeries;
  validation: MeasureSeries;
  imagesPerSecond: number[];
  /** NaN where they were not measured. */
  doubted: Record<keyof DoubtedLabels, number[]>;
}

export interface MeasureSeries {
  accuracy: number[];
  /** Of the run's own loss, as it is trained. */
  objective: number[];
  losses: Record<RulerName, number[]>;
}

/** Metrics of the validation set: one entry an evaluation, NaN where a metric means nothing. */
export interface EvaluationSeries {
  epoch: number[];
  metrics: Record<MetricName, number[]>;
  /** Of each hidden layer with an activation; none in a run of an earlier version. */
  units: UnitSeries[];
  /** The whole of the last one. */
  last: EvaluationEvent | undefined;
}

/** As long as the evaluations; NaN where it was not measured. */
export interface UnitSeries {
  layer: string;
  kind: UnitFailure;
  share: number[];
}

export interface GradientSeries {
  /** Of step 1, one entry a layer. */
  firstStep: LayerStatistics[] | undefined;
  epoch: number[];
  /** One entry a layer, as long as `epoch` each. */
  layers: LayerStatistics[][];
  /** As long as `epoch`: one histogram a layer, or null where there is none. */
  histograms: (readonly Histogram[] | null)[];
}

export function isFinished(state: RunState): state is Outcome {
  return !isActive(state);
}

export function isActive(state: RunState): state is 'queued' | 'running' | 'paused' {
  return state === 'queued' || state === 'running' || state === 'paused';
}
