import type { TrainingData } from '../experiment/datasets/dataset.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';
import type { Message } from '../l10n.ts';
import type { Checkpoint } from '../run/checkpoint/checkpoint.ts';
import type { Outcome, RunEvent } from '../run/event.ts';
import type { Backend } from './backend/backend.ts';
import type { Device } from './backend/device.ts';
import { Checkpoints, type KeepCheckpoint } from './checkpoints.ts';
import type { TrainingControl } from './control.ts';
import { macrotask } from './macrotask.ts';
import { applyChanges } from '../experiment/datasets/changes/apply-changes.ts';
import { OutputsKeeper, type KeepOutputs } from './outputs-keeper.ts';
import { checkFit } from './fits-data.ts';
import { checkOwnLoss } from './own-loss-check.ts';
import type { OwnLoss } from './own-loss.ts';
import { recovering, type Attempt } from './recovery.ts';
import type { SubmittedStep } from './steps.ts';
import { Training } from './training.ts';

export interface TrainOptions {
  /** What to go on from; the events up to then are not told again, only `started` is. */
  readonly from?: Checkpoint | undefined;
  /** Takes checkpoints at the ends of epochs; without it none is made. */
  readonly keep?: KeepCheckpoint | undefined;
  /** Takes the outputs of the epochs that are kept; the arrays are its own. */
  readonly keepOutputs?: KeepOutputs | undefined;
  /** The loss of the module that the spec names. */
  readonly ownLoss?: OwnLoss | undefined;
}

/**
 * Trains what `spec` says and tells everything that happens, from `started` to `finished`. Obeys
 * `control` between two batches; ending the iteration early frees all memory too.
 * @throws LossLabError if the checkpoint is of another experiment, the data do not fit the spec, or the own
 * loss is no loss; whatever tfjs or the backend throws, such as RangeError when memory runs out
 */
export function train(
  spec: ExperimentSpec,
  data: TrainingData,
  control: TrainingControl,
  backend: Backend,
  options: TrainOptions = {},
): AsyncGenerator<RunEvent, void> {
  const attempt: Attempt = (on, from, secure) =>
    trainOn(spec, data, control, on, { ...options, from, secure });
  return backend.renew
    ? recovering(attempt, backend, options.from)
    : trainOn(spec, data, control, backend, options);
}

async function* trainOn(
  spec: ExperimentSpec,
  data: TrainingData,
  control: TrainingControl,
  backend: Backend,
  { from, keep, keepOutputs, ownLoss, secure }: TrainOptions & { readonly secure?: Secure },
): AsyncGenerator<RunEvent, void> {
  await backend.activate();
  const changed = applyChanges(data, spec.dataset, spec.seed);
  checkFit(spec, changed);
  const own = ownLoss && checkOwnLoss(ownLoss, changed.classes);
  const training = new Training(spec, changed, backend, own);
  const checkpoints = keep && new Checkpoints(keep);
  const outputs = keepOutputs && new OutputsKeeper(keepOutputs, spec.epochs);
  try {
    if (from) training.restore(from);
    yield training.started();
    if (!from) {
      yield training.initialEpoch();
      outputs?.add(training.outputs(0));
      yield training.evaluation(0);
      secure?.(training.checkpoint(0));
    }
    const end = yield* trainEpochs({ training, control, checkpoints, outputs, secure });
    checkpoints?.flush();
    outputs?.flush();
    yield training.finished(...end);
  } finally {
    checkpoints?.flush();
    outputs?.flush();
    training.dispose();
  }
}

/** Takes the checkpoint of each epoch, to go on from if the device is lost. */
type Secure = Parameters<Attempt>[2];

interface Means {
  readonly training: Training;
  readonly control: TrainingControl;
  readonly checkpoints: Checkpoints | undefined;
  readonly outputs: OutputsKeeper | undefined;
  readonly secure: Secure | undefined;
}

/** Gives how it ended, and why if that needs saying. */
async function* trainEpochs(means: Means): AsyncGenerator<RunEvent, [Outcome, Message?]> {
  const { training, control } = means;
  for (let epoch = training.epochsDone + 1; epoch <= training.spec.epochs; epoch++) {
    const diverged = yield* trainEpoch(means, epoch);
    if (diverged) return ['diverged', diverged];
    if (training.isComplete) break;
    if (training.stoppedEarly) return ['completed', training.stoppedEarly];
    if (control.isStopped()) return ['stopped'];
  }
  return ['completed'];
}

/** Gives the reason if the training has diverged; returns early if it is to stop. */
async function* trainEpoch(
  means: Means,
  epoch: number,
): AsyncGenerator<RunEvent, Message | undefined> {
  const { training, checkpoints, outputs, secure } = means;
  const { device } = training.backend;
  const isWhole = yield* device ? stepsOnDevice(means, device) : steps(means);
  if (!isWhole) return training.divergence;
  yield training.epochGradients(epoch);
  yield training.endEpoch(epoch);
  outputs?.add(training.outputs(epoch));
  yield training.evaluation(epoch);
  // Nobody goes on from an epoch that diverged.
  if (training.divergence || !(checkpoints ?? secure)) return training.divergence;
  const checkpoint = training.checkpoint(epoch);
  checkpoints?.add(checkpoint, training.isBest);
  secure?.(checkpoint);
  return undefined;
}

/** Gives whether all of an epoch's steps were taken, and none has diverged. */
async function* steps(means: Means): AsyncGenerator<RunEvent, boolean> {
  const { training, control } = means;
  for (const batch of training.beginEpoch()) {
    yield* obey(means);
    if (control.isStopped()) return false;
    yield training.step(batch);
    if (training.stepsDone === 1) yield training.firstGradients();
    if (training.divergence) return false;
  }
  return true;
}

/** The same events in the same order; up to `depth` steps are ahead of what is told. */
async function* stepsOnDevice(means: Means, device: Device): AsyncGenerator<RunEvent, boolean> {
  const { training, control } = means;
  const ahead: SubmittedStep[] = [];
  for (const batch of training.beginEpoch()) {
    yield* tell(training, ahead, device.depth - 1);
    if (!training.divergence) yield* obey(means, ahead);
    if (control.isStopped()) yield* tell(training, ahead, 0);
    if (training.divergence || control.isStopped()) return false;
    ahead.push(training.submit(batch, device));
  }
  yield* tell(training, ahead, 0);
  return !training.divergence;
}

/** Tells steps until only `left` are ahead, or the training has diverged. */
async function* tell(
  training: Training,
  ahead: SubmittedStep[],
  left: number,
): AsyncGenerator<RunEvent> {
  while (ahead.length > left && !training.divergence) {
    const step = ahead.shift();
    if (!step) return;
    yield await training.tell(step);
    if (training.stepsDone === 1) yield training.firstGradients();
  }
}

async function* obey(
  { training, control, checkpoints }: Means,
  ahead: SubmittedStep[] = [],
): AsyncGenerator<RunEvent> {
  await macrotask();
  if (!control.isPaused() || control.isStopped()) return;
  // Whoever pauses is to see all that has happened.
  yield* tell(training, ahead, 0);
  if (training.divergence) return;
  checkpoints?.flush();
  yield training.paused();
  await control.whilePaused();
  if (!control.isStopped()) yield training.resumed();
}
