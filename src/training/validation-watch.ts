import type { EarlyStoppingSpec } from '../experiment/early-stopping.ts';
import type { Message } from '../l10n.ts';
import type { ValidationHistory } from '../run/checkpoint/checkpoint.ts';
import { noHistory, patientAgain, stoppingReason, withEpoch } from './early-stopping.ts';

/** Watches the validation loss of a training: what was best, and whether it is time to stop. */
export class ValidationWatch {
  /** Why the training ends before its last epoch, once it does. */
  reason: Message | undefined;
  #history = noHistory;

  constructor(readonly earlyStopping: EarlyStoppingSpec | null) {}

  get history(): ValidationHistory {
    return this.#history;
  }

  /** @param loss in the run's own reduction */
  add(epoch: number, loss: number): void {
    const { earlyStopping } = this;
    this.#history = withEpoch(this.#history, epoch, loss, earlyStopping?.minimumDelta ?? 0);
    if (earlyStopping) this.reason = stoppingReason(this.#history, epoch, earlyStopping);
  }

  /** Whether the epoch has the lowest loss of all. */
  isBest(epoch: number): boolean {
    return this.#history.bestEpoch === epoch;
  }

  restore(history: ValidationHistory, epoch: number): void {
    this.#history = patientAgain(history, epoch, this.earlyStopping);
  }
}
