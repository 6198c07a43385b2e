import type { LossSpec } from '../../experiment/losses/loss-spec.ts';
import type { ExperimentSpec } from '../../experiment/spec.ts';
import type { Message } from '../../l10n.ts';

/** Something that a comparison may have beside what every one has: off unless it is picked. */
export interface Extra {
  readonly label: Message;
  readonly detail: Message;
  /** Of its number, where it has one: the question, and what is preset. */
  readonly number?: { readonly prompt: Message; readonly preset: number };
  /** Whether it can be had with the rest of the spec; always, if left out. */
  fits?(spec: ExperimentSpec): boolean;
  /** The spec with it; `value` is its number, or 1. */
  apply(spec: ExperimentSpec, value: number): ExperimentSpec;
  /** Each of the compared losses with it, where it is theirs. */
  ofLoss?(loss: LossSpec, value: number): LossSpec;
}
