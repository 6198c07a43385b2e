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
import { divergenceOfEpoch } from './divergence.ts';
import { evaluate, type Evaluation } from './evaluate.ts';
import { Network } from './network.ts';
import { objectiveOf } from './objectives/objective-of.ts';
import type { CheckedOwnLoss } from './own-loss-check.ts';
import { runSetting } from './run-setting.ts';
import { Steps, type StepReport, type SubmittedStep } from './steps.ts';
import { scaleOf } from './tally.ts';
import { checkpointOf, restoreState, type TrainingState } from './training-state.ts';
import { ValidationWatch } from './validation-watch.ts';

/** The state of one training, and its events one by one; `train` puts them in order. */
export class Training {
  readonly #network: Network;
  readonly #batches: Batches;
  readonly #steps: Steps;
  readonly #watch: ValidationWatch;
  #evaluation: Evaluation | undefined;
  #epochDivergence: Message | undefined;
  #lastTime = 0;

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
    const objective = objectiveOf(spec.loss, data, own?.loss);
    this.#network = new Network(models[spec.model.name], buildOf(spec.model), input, objective, backend, random, slots); // prettier-ignore
    const augmenter = augmenterFor(spec.dataset.augmentation, random.augmentation);
    this.#batches = new Batches(train, spec.batchSize, random.order, augmenter);
    this.#steps = new Steps(spec, data, this.#network);
    this.#watch = new ValidationWatch(spec.earlyStopping);
  }

  /** Steps that have been told of. */
  get stepsDone(): number {
    return this.#steps.done;
  }

  get isComplete(): boolean {
    return this.stepsDone === this.spec.epochs * this.#stepsPerEpoch;
  }

  /** Epochs that have ended. */
  get epochsDone(): number {
    return this.stepsDone / this.#stepsPerEpoch;
  }

  /** Why the training has diverged, once it has. */
  get divergence(): Message | undefined {
    return this.#steps.divergence ?? this.#epochDivergence;
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
    restoreState(this.#state, from, this.#stepsPerEpoch);
    this.#steps.goOnFrom(from.step);
  }

  beginEpoch(): Iterable<Batch> {
    this.#steps.beginEpoch();
    return this.#batches.epoch();
  }

  step(batch: Batch): BatchEvent {
    return this.#batch(this.#steps.take(batch));
  }

  /** Hands a step to a device; `tell` says what it gave, in the order of the steps. */
  submit(batch: Batch, device: Device): SubmittedStep {
    return this.#steps.submit(batch, device);
  }

  async tell(submitted: SubmittedStep): Promise<BatchEvent> {
    return this.#batch(await this.#steps.tell(submitted));
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
    const { tally, seconds } = this.#steps.account;
    const { measures } = this.#evaluate();
    this.#watch.add(epoch, measures.objective ?? NaN);
    const { learningRate } = this.spec.optimizer;
    this.#epochDivergence = divergenceOfEpoch(epoch, tally.objective, learningRate);
    const doubted = this.#steps.doubt?.finish();
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

  #batch(report: StepReport): BatchEvent {
    return { type: 'batch', ...this.#now(), ...report };
  }

  #gradients(window: GradientsEvent['window'], epoch: number): GradientsEvent {
    return { type: 'gradients', ...this.#now(), window, epoch, ...this.#steps.account.gradients() };
  }

  get #lastEvaluation(): Evaluation {
    return this.#evaluation ?? this.#evaluate();
  }

  #evaluate(): Evaluation {
    this.#evaluation = evaluate(this.#network, this.data, scaleOf(this.spec));
    this.backend.device?.check();
    return this.#evaluation;
  }

  get #state(): TrainingState {
    return { network: this.#network, batches: this.#batches, watch: this.#watch };
  }

  get #stepsPerEpoch(): number {
    return stepsPerEpoch(this.spec, this.data.train.count);
  }

  /** Time never goes back, also where the clock is set: what is drawn over it is sorted by it. */
  #now(): { wallTime: number; step: number } {
    this.#lastTime = Math.max(Date.now() / 1000, this.#lastTime);
    return { wallTime: this.#lastTime, step: this.stepsDone };
  }
}
