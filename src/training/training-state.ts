import { LossLabError } from '../error.ts';
import { message } from '../l10n.ts';
import type { RandomState } from '../experiment/random.ts';
import type { Checkpoint } from '../run/checkpoint/checkpoint.ts';
import type { Batches } from './batches.ts';
import type { Network } from './network.ts';
import type { ValidationWatch } from './validation-watch.ts';

/** The parts of a training that change with its steps. */
export interface TrainingState {
  readonly network: Network;
  readonly batches: Batches;
  readonly watch: ValidationWatch;
}

/** Between two epochs. */
export function checkpointOf(state: TrainingState, epoch: number, step: number): Checkpoint {
  const { order, random, augmentation } = state.batches.save();
  const dropout = state.network.random.dropout.save();
  return {
    epoch,
    step,
    tensors: state.network.save(),
    order,
    random: { order: random, dropout, ...Object.fromEntries(augmentation.map(named)) },
    validation: state.watch.history,
  };
}

/** @throws LossLabError if it is the checkpoint of another experiment */
export function restoreState(
  { network, batches, watch }: TrainingState,
  { epoch, step, tensors, order, random, validation }: Checkpoint,
  stepsPerEpoch: number,
): void {
  const { order: generator, dropout } = random;
  const { count } = batches.data;
  const isOfThese = order.length === count && order.every((image) => image < count);
  if (!isOfThese || step !== epoch * stepsPerEpoch || !generator || !dropout) {
    throw ofOtherData();
  }
  const augmentation = batches.save().augmentation.map((_, i) => random[augmentationName(i)]);
  if (!isWhole(augmentation)) throw ofOtherData();
  network.restore(tensors);
  network.random.dropout.restore(dropout);
  batches.restore({ order, random: generator, augmentation });
  watch.restore(validation, epoch);
}

function named(state: RandomState, index: number): [string, RandomState] {
  return [augmentationName(index), state];
}

const augmentationName = (index: number): string => `augmentation-${index + 1}`;

function isWhole(states: readonly (RandomState | undefined)[]): states is readonly RandomState[] {
  return !states.includes(undefined);
}

function ofOtherData(): LossLabError {
  return new LossLabError(
    message(
      'The checkpoint does not fit the experiment: it was made with other data or another batch size.',
    ),
  );
}
