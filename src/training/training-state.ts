import { LossLabError } from '../error.ts';
import { message } from '../l10n.ts';
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
  const { order, random } = state.batches.save();
  return {
    epoch,
    step,
    tensors: state.network.save(),
    order,
    random: { order: random },
    validation: state.watch.history,
  };
}

/** @throws LossLabError if it is the checkpoint of another experiment */
export function restoreState(
  { network, batches, watch }: TrainingState,
  { epoch, step, tensors, order, random, validation }: Checkpoint,
  stepsPerEpoch: number,
): void {
  const generator = random['order'];
  const { count } = batches.data;
  const isOfThese = order.length === count && order.every((image) => image < count);
  if (!isOfThese || step !== epoch * stepsPerEpoch || !generator) throw ofOtherData();
  network.restore(tensors);
  batches.restore({ order, random: generator });
  watch.restore(validation, epoch);
}

function ofOtherData(): LossLabError {
  return new LossLabError(
    message(
      'The checkpoint does not fit the experiment: it was made with other data or another batch size.',
    ),
  );
}
