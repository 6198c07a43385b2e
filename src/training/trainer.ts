import type { TrainingData } from '../experiment/datasets/dataset.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';
import type { Message } from '../l10n.ts';
import type { Outcome, RunEvent } from '../run/event.ts';
import type { Backend } from './backend/backend.ts';
import type { TrainingControl } from './control.ts';
import { macrotask } from './macrotask.ts';
import { Training } from './training.ts';

/**
 * Trains what `spec` says and tells everything that happens, from `started` to `finished`. Obeys
 * `control` between two batches; ending the iteration early frees all memory too.
 * @throws whatever tfjs or the backend throws, such as RangeError when memory runs out
 */
export async function* train(
  spec: ExperimentSpec,
  data: TrainingData,
  control: TrainingControl,
  backend: Backend,
): AsyncGenerator<RunEvent, void> {
  await backend.activate();
  const training = new Training(spec, data, backend);
  try {
    yield training.started();
    yield training.initialEpoch();
    yield training.evaluation(0);
    yield training.finished(...(yield* trainEpochs(training, control)));
  } finally {
    training.dispose();
  }
}

/** Gives how it ended, and why if that needs saying. */
async function* trainEpochs(
  training: Training,
  control: TrainingControl,
): AsyncGenerator<RunEvent, [Outcome, Message?]> {
  for (let epoch = 1; epoch <= training.spec.epochs; epoch++) {
    const diverged = yield* trainEpoch(training, control, epoch);
    if (diverged) return ['diverged', diverged];
    if (control.isStopped() && !training.isComplete) return ['stopped'];
  }
  return ['completed'];
}

/** Gives the reason if the training has diverged; returns early if it is to stop. */
async function* trainEpoch(
  training: Training,
  control: TrainingControl,
  epoch: number,
): AsyncGenerator<RunEvent, Message | undefined> {
  for (const batch of training.beginEpoch()) {
    yield* obey(training, control);
    if (control.isStopped()) return undefined;
    yield training.step(batch);
    if (training.stepsDone === 1) yield training.firstGradients();
    if (training.divergence) return training.divergence;
  }
  yield training.epochGradients(epoch);
  yield training.endEpoch(epoch);
  yield training.evaluation(epoch);
  return training.divergence;
}

async function* obey(training: Training, control: TrainingControl): AsyncGenerator<RunEvent> {
  await macrotask();
  if (!control.isPaused() || control.isStopped()) return;
  yield training.paused();
  await control.whilePaused();
  if (!control.isStopped()) yield training.resumed();
}
