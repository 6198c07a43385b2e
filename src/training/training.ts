import type { TrainingData } from '../experiment/datasets/dataset.ts';
import { reductionFactor } from '../experiment/losses/loss.ts';
import { models } from '../experiment/models/catalogue.ts';
import { plainRelu } from '../experiment/models/model.ts';
import { optimizers } from '../experiment/optimizers/catalogue.ts';
import { randomStreams } from '../experiment/random.ts';
import { stepsPerEpoch, type ExperimentSpec } from '../experiment/spec.ts';
import type { Message } from '../l10n.ts';
import type {
  BatchEvent,
  EpochEvent,
  FinishedEvent,
  GradientsEvent,
  Outcome,
  PausedEvent,
  ResumedEvent,
  StartedEvent,
} from '../run/event.ts';
import type { Checkpoint } from '../run/checkpoint/checkpoint.ts';
import { histogramOf } from '../run/histogram.ts';
import type { Backend } from './backend/backend.ts';
import { Batches, type Batch } from './batches.ts';
import { divergenceOfEpoch, divergenceOfStep } from './divergence.ts';
import { evaluate } from './evaluate.ts';
import { Network } from './network.ts';
import { runSetting } from './run-setting.ts';
import { StatisticsWindow } from './statistics.ts';
import { Tally } from './tally.ts';
import { checkpointOf, restoreState, type TrainingState } from './training-state.ts';
import { updateRule } from './update-rule.ts';
import { ValidationWatch } from './validation-watch.ts';

/** The state of one training, and its events one by one; `train` puts them in order. */
export class Training {
  stepsDone = 0;
  /** Why the training has diverged, once it has. */
  divergence: Message | undefined;

  readonly #network: Network;
  readonly #batches: Batches;
  readonly #watch: ValidationWatch;
  readonly #factor: number;
  #tally: Tally;
  #windows: StatisticsWindow[] = [];
  #trainingSeconds = 0;

  constructor(
    readonly spec: ExperimentSpec,
    readonly data: TrainingData,
    readonly backend: Backend,
  ) {
    const { classes, train } = data;
    const random = randomStreams(spec.seed);
    const { height, width, channels } = train;
    const input = { height, width, channels, classes };
    const { slots } = optimizers[spec.optimizer.name];
    const { name, style } = spec.model;
    // A model without hidden layers has no use for a style.
    this.#network = new Network(models[name], style ?? plainRelu, input, backend, random.weights, slots); // prettier-ignore
    this.#batches = new Batches(train, spec.batchSize, random.order);
    this.#watch = new ValidationWatch(spec.earlyStopping);
    this.#factor = reductionFactor(spec.loss.reduction, classes);
    this.#tally = new Tally(classes);
  }

  get isComplete(): boolean {
    return this.stepsDone === this.spec.epochs * stepsPerEpoch(this.spec, this.data.train.count);
  }

  /** Epochs that have ended. */
  get epochsDone(): number {
    return this.stepsDone / stepsPerEpoch(this.spec, this.data.train.count);
  }

  /** Why it ends before its last epoch, once it does. */
  get stoppedEarly(): Message | undefined {
    return this.#watch.reason;
  }

  /** Whether the last epoch had the lowest validation loss of all. */
  get isBest(): boolean {
    return this.#watch.isBest(this.epochsDone);
  }

  /** Between two epochs. */
  checkpoint(epoch: number): Checkpoint {
    return checkpointOf(this.#state, epoch, this.stepsDone);
  }

  /**
   * Goes on from a checkpoint of the same experiment, but for the number of epochs.
   * @throws LossLabError if it is of another
   */
  restore(from: Checkpoint): void {
    restoreState(this.#state, from, stepsPerEpoch(this.spec, this.data.train.count));
    this.stepsDone = from.step;
  }

  beginEpoch(): Iterable<Batch> {
    this.#tally = new Tally(this.data.classes);
    this.#windows = this.#network.layers.map(() => new StatisticsWindow());
    this.#trainingSeconds = 0;
    return this.#batches.epoch();
  }

  step(batch: Batch): BatchEvent {
    const start = performance.now();
    const { loss, optimizer } = this.spec;
    const push = { loss: loss.name, factor: this.#factor / batch.labels.length };
    this.stepsDone += 1;
    const rule = updateRule(optimizer, this.stepsDone);
    const bins = isSampled(this.stepsDone) ? this.#windows.map(({ bins }) => bins) : undefined;
    const { measured: sums, layers } = this.#network.step(batch, push, rule, bins);
    layers.forEach(({ tensors: [weights] }, i) => weights && this.#windows[i]?.add(weights));
    const measured = new Tally(this.data.classes).add(sums);
    this.#tally.add(sums);
    const value = Math.fround(this.#factor * measured.sumOverClasses(loss.name));
    this.divergence = divergenceOfStep(this.stepsDone, value, layers, optimizer.learningRate);
    this.#trainingSeconds += (performance.now() - start) / 1000;
    const accuracy = Math.fround(measured.accuracy);
    return { type: 'batch', ...this.#now(), loss: value, accuracy };
  }

  started(): StartedEvent {
    const { spec, data, backend } = this;
    const setting = runSetting(spec, data, this.#network, backend);
    return { type: 'started', ...this.#now(), setting };
  }

  /** The model as initialised. */
  initialEpoch(): EpochEvent {
    const validation = evaluate(this.#network, this.data).measures();
    return {
      type: 'epoch',
      ...this.#now(),
      epoch: 0,
      train: null,
      validation,
      imagesPerSecond: null,
    };
  }

  endEpoch(epoch: number): EpochEvent {
    const { loss, optimizer } = this.spec;
    const validation = evaluate(this.#network, this.data);
    this.#watch.add(epoch, Math.fround(this.#factor * validation.sumOverClasses(loss.name)));
    const mean = this.#factor * this.#tally.sumOverClasses(loss.name);
    this.divergence = divergenceOfEpoch(epoch, mean, optimizer.learningRate);
    return {
      type: 'epoch',
      ...this.#now(),
      epoch,
      train: this.#tally.measures(),
      validation: validation.measures(),
      imagesPerSecond: Math.fround(this.data.train.count / this.#trainingSeconds),
    };
  }

  firstGradients(): GradientsEvent {
    return this.#gradients('first-step', 1);
  }

  epochGradients(epoch: number): GradientsEvent {
    return this.#gradients('epoch', epoch);
  }

  paused(): PausedEvent {
    return { type: 'paused', ...this.#now() };
  }

  resumed(): ResumedEvent {
    return { type: 'resumed', ...this.#now() };
  }

  finished(outcome: Outcome, reason?: Message): FinishedEvent {
    return { type: 'finished', ...this.#now(), outcome, ...(reason && { reason }) };
  }

  dispose(): void {
    this.#network.dispose();
  }

  get #state(): TrainingState {
    return { network: this.#network, batches: this.#batches, watch: this.#watch };
  }

  #gradients(window: GradientsEvent['window'], epoch: number): GradientsEvent {
    const layers = this.#windows.map((layer) => layer.statistics());
    const histograms = this.#windows.map(({ bins }) => histogramOf(bins));
    return { type: 'gradients', ...this.#now(), window, epoch, layers, histograms };
  }

  #now(): { wallTime: number; step: number } {
    return { wallTime: Date.now() / 1000, step: this.stepsDone };
  }
}

/** Every 16th step and the first go into the histograms, which cost as much as the rest of statistics. */
function isSampled(step: number): boolean {
  return step % 16 === 1;
}
