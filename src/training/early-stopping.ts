import type { EarlyStoppingSpec } from '../experiment/early-stopping.ts';
import { count, loss, message, type Message } from '../l10n.ts';
import type { ValidationHistory } from '../run/checkpoint/checkpoint.ts';

export const noHistory: ValidationHistory = {
  best: Infinity,
  bestEpoch: 0,
  mark: Infinity,
  markEpoch: 0,
};

/** The history with the next epoch's loss; a NaN is never better. */
export function withEpoch(
  history: ValidationHistory,
  epoch: number,
  value: number,
  minimumDelta: number,
): ValidationHistory {
  const isBest = value < history.best;
  const isBetter = value < history.mark - minimumDelta;
  return {
    ...history,
    ...(isBest && { best: value, bestEpoch: epoch }),
    ...(isBetter && { mark: value, markEpoch: epoch }),
  };
}

/**
 * Why a run stops after `epoch`, or undefined while it goes on: once `patience` epochs in a row were not
 * better than the mark. A simple criterion on a validation set, of the kind that Prechelt 1998, "Early
 * Stopping – But When?", compares; it does not ask whether the loss rises, only whether it has fallen.
 */
export function stoppingReason(
  { best, bestEpoch, markEpoch }: ValidationHistory,
  epoch: number,
  { patience }: EarlyStoppingSpec,
): Message | undefined {
  if (epoch - markEpoch < patience) return undefined;
  return message(
    'Stopped early: no better validation loss for {patience} epochs; the best was {loss} at epoch {epoch}.',
    { patience: count(patience), loss: loss(best), epoch: count(bestEpoch) },
  );
}

/** For a run that is continued after it has stopped early: its patience begins anew. */
export function patientAgain(
  history: ValidationHistory,
  epoch: number,
  spec: EarlyStoppingSpec | null,
): ValidationHistory {
  const isOver = spec !== null && stoppingReason(history, epoch, spec) !== undefined;
  return isOver ? { ...history, markEpoch: epoch } : history;
}
