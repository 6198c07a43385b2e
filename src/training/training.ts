import type { TrainingData } from '../experiment/datasets/dataset.ts';
import { models } from '../experiment/models/catalogue.ts';
import { buildOf } from '../experiment/models/model-spec.ts';
import { optimizers } from '../experiment/optimizers/catalogue.ts';
import { randomStreams } from '../experiment/random.ts';
import { stepsPerEpoch, type ExperimentSpec } from '../experiment/spec.ts';
import type { Message } from '../l10n.ts';
import type {
  BatchEvent,
  EpochEvent,
  EvaluationEvent,
  FinishedEvent,
  GradientsEvent,
  Outcome,
  PausedEvent,
  ResumedEvent,
  StartedEvent,
} from '../run/event.ts';
import type { Checkpoint } from '../run/checkpoint/checkpoint.ts';
import type { Outputs } from '../run/outputs/outputs.ts';
import type { Backend } from './backend/backend.ts';
import type { Device } from './backend/device.ts';
import { augmenterFor } from './augmenter.ts';
import { Batches, type Batch } from './batches.ts';
import { divergenceOfEpoch, divergenceOfStep } from './divergence.ts';
import { hardestOf } from './hardest.ts';
import { EpochAccount } from './epoch-account.ts';
import { evaluate, type Evaluation } from './evaluate.ts';
import { labelDoubtFor, type LabelDoubt } from './label-doubt.ts';
import { Network, type NetworkStep } from './network.ts';
import { objectiveOf } from './objectives/objective-of.ts';
import type { Objective } from './objectives/objective.ts';
import type { CheckedOwnLoss } from './own-loss-check.ts';
import { runSetting } from './run-setting.ts';
import { Tally } from './tally.ts';
import { checkpointOf, restoreState, type TrainingState } from './training-state.ts';
import { updateRule, type UpdateRule } from './update-rule.ts';
import { ValidationWatch } from './validation-watch.ts';

/** A step that a device is taking. */
export interface SubmittedStep {
  readonly result: Promise<NetworkStep>;
  /** Its images and labels have been handed on. */
  readonly batch: Pick<Batch, 'chosen'>;
  /** When, in milliseconds. */
  readonly at: number;
}

/** The state of one training, and its events one by one; `train` puts them in order. */
export class Training {
  /** Steps that have been told of. */
  stepsDone = 0;
  /** Why the training has diverged, once it has. */
  divergence: Message | undefined;

  readonly #network: Network;
  readonly #batches: Batches;
  readonly #watch: ValidationWatch;
  readonly #objective: Objective;
  readonly #doubt: LabelDoubt | undefined;
  #account: EpochAccount;
  #evaluation: Evaluation | undefined;
  #lastTime = 0;
  /** Steps that were taken or are under way. */
  #submitted = 0;
  #toldAt = 0;

  constructor(
    readonly spec: ExperimentSpec,
    readonly data: TrainingData,
    readonly backend: Backend,
    readonly own?: CheckedOwnLoss,
  ) {
    const { classes, train } = data;
    const random = randomStreams(spec.seed);
    const { height, width, channels } = train;
    const input = { height, width, channels, classes };
    const { slots } = optimizers[spec.optimizer.name];
    this.#objective = objectiveOf(spec.loss, data, own?.loss);
    this.#network = new Network(models[spec.model.name], buildOf(spec.model), input, this.#objective, backend, random, slots); // prettier-ignore
    const augmenter = augmenterFor(spec.dataset.augmentation, random.augmentation);
    this.#batches = new Batches(train, spec.batchSize, random.order, augmenter);
    this.#watch = new ValidationWatch(spec.earlyStopping);
    this.#doubt = labelDoubtFor(spec, data);
    this.#account = this.#newAccount();
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

  /** Between two epochs. @throws DeviceLostError */
  checkpoint(epoch: number): Checkpoint {
    const checkpoint = checkpointOf(this.#state, epoch, this.stepsDone);
    this.backend.device?.check();
    return checkpoint;
  }

  /**
   * Goes on from a checkpoint of the same experiment, but for the number of epochs.
   * @throws LossLabError if it is of another
   */
  restore(from: Checkpoint): void {
    restoreState(this.#state, from, stepsPerEpoch(this.spec, this.data.train.count));
    this.stepsDone = this.#submitted = from.step;
  }

  beginEpoch(): Iterable<Batch> {
    this.#account = this.#newAccount();
    this.#doubt?.begin();
    return this.#batches.epoch();
  }

  step(batch: Batch): BatchEvent {
    const start = performance.now();
    this.#submitted += 1;
    const bins = this.#account.binsFor(this.#submitted);
    const step = this.#network.step(batch, this.#rule(this.#submitted), bins, this.#doubt);
    return this.#told(step, batch, (performance.now() - start) / 1000);
  }

  /** Hands a step to a device; `tell` says what it gave, in the order of the steps. */
  submit(batch: Batch, device: Device): SubmittedStep {
    const at = performance.now();
    this.#submitted += 1;
    const bins = this.#account.binsFor(this.#submitted);
    const result = this.#network.submit(
      batch,
      this.#rule(this.#submitted),
      device,
      bins,
      this.#doubt,
    );
    // Whoever stops listening to the training does not wait for what is under way.
    result.catch(() => undefined);
    return { batch, result, at };
  }

  /** The time of a step is that since it was submitted, or since the one before was told. */
  async tell({ result, batch, at }: SubmittedStep): Promise<BatchEvent> {
    const step = await result;
    const from = Math.max(at, this.#toldAt);
    this.#toldAt = performance.now();
    return this.#told(step, batch, (this.#toldAt - from) / 1000);
  }

  started(): StartedEvent {
    const { spec, data, backend, own } = this;
    const setting = runSetting(spec, data, this.#network, backend, own);
    return { type: 'started', ...this.#now(), setting };
  }

  /** The model as initialised. */
  initialEpoch(): EpochEvent {
    return {
      type: 'epoch',
      ...this.#now(),
      epoch: 0,
      train: null,
      validation: this.#evaluate().measures,
      imagesPerSecond: null,
    };
  }

  endEpoch(epoch: number): EpochEvent {
    const { tally, seconds } = this.#account;
    const { measures } = this.#evaluate();
    this.#watch.add(epoch, measures.objective ?? NaN);
    this.divergence = divergenceOfEpoch(epoch, tally.objective, this.spec.optimizer.learningRate);
    const doubted = this.#doubt?.finish();
    return {
      type: 'epoch',
      ...this.#now(),
      epoch,
      train: tally.measures(),
      validation: measures,
      imagesPerSecond: Math.fround(this.data.train.count / seconds),
      ...(doubted && { doubted }),
    };
  }

  /** Of the last evaluation, for the epoch that it was made after. */
  outputs(epoch: number): Outputs {
    return { epoch, ...this.#lastEvaluation.outputs };
  }

  /** What the last evaluation found besides, for the epoch that it was made after. */
  evaluation(epoch: number): EvaluationEvent {
    const { details } = this.#lastEvaluation;
    return { type: 'evaluation', ...this.#now(), epoch, ...details };
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

  #rule(step: number): UpdateRule {
    const { optimizer, epochs } = this.spec;
    return updateRule(optimizer, step, stepsPerEpoch(this.spec, this.data.train.count), epochs);
  }

  #told(step: NetworkStep, { chosen }: Pick<Batch, 'chosen'>, seconds: number): BatchEvent {
    this.stepsDone += 1;
    this.#account.add(step, seconds);
    const { measured, layers } = step;
    const { sum, examples, each } = measured.objective;
    const value = Math.fround(this.#objective.batchFactor(examples) * sum);
    const { learningRate } = this.spec.optimizer;
    this.divergence = divergenceOfStep(this.stepsDone, value, layers, learningRate);
    const accuracy = Math.fround(measured.rulers.correct / measured.rulers.count);
    const hardest = each && chosen && hardestOf(each, chosen);
    return { type: 'batch', ...this.#now(), loss: value, accuracy, ...(hardest && { hardest }) };
  }

  #newAccount(): EpochAccount {
    const tally = new Tally(this.data.classes, this.#epochScale);
    return new EpochAccount(this.#network.layers.length, tally);
  }

  /** A sum over the batch is told of as that over a full one. */
  get #epochScale(): number {
    return this.spec.loss.batch === 'sum' ? this.spec.batchSize : 1;
  }

  get #lastEvaluation(): Evaluation {
    return this.#evaluation ?? this.#evaluate();
  }

  #evaluate(): Evaluation {
    this.#evaluation = evaluate(this.#network, this.data, this.#epochScale);
    this.backend.device?.check();
    return this.#evaluation;
  }

  get #state(): TrainingState {
    return { network: this.#network, batches: this.#batches, watch: this.#watch };
  }

  #gradients(window: GradientsEvent['window'], epoch: number): GradientsEvent {
    return { type: 'gradients', ...this.#now(), window, epoch, ...this.#account.gradients() };
  }

  /** Time never goes back, also where the clock is set: what is drawn over it is sorted by it. */
  #now(): { wallTime: number; step: number } {
    this.#lastTime = Math.max(Date.now() / 1000, this.#lastTime);
    return { wallTime: this.#lastTime, step: this.stepsDone };
  }
}
