import type { LossName } from '../../../experiment/losses/catalogue.ts';
import { message, type Message } from '../../../l10n.ts';
import type { Pair } from '../arms.ts';
import type { Decision, Outcome, Side } from '../decision.ts';

/** What a publication found about two losses. One file each. */
export interface Work {
  readonly source: string;
  readonly claim: Message;
  /** Under which conditions it was found, so that a reader sees how far these runs are from them. */
  readonly conditions: Message;
  /** What it lets one expect of this pair; undefined where it says nothing of it. */
  expects(pair: Pair): Expectation | undefined;
}

export interface Expectation {
  readonly of: 'accuracy' | 'speed' | 'calibration';
  /** The side that is to be better, or that there is to be no difference. */
  readonly outcome: Side | 'no-difference';
  /** Whether it speaks of rates that were tuned for each loss. */
  readonly needsTuning?: boolean;
}

export type Stance = 'agree' | 'disagree' | 'cannot-tell';

/** What these runs say to it. That no difference was found proves neither that there is one nor none. */
export function stanceOf(expected: Expectation, decision: Decision): Stance {
  if (decision.state !== 'over' || decision.diverged.length > 0) return 'cannot-tell';
  if (expected.needsTuning === true && decision.rates.kind !== 'tuned') return 'cannot-tell';
  const found: Outcome = decision[expected.of];
  if (found === 'untested') return 'cannot-tell';
  if (expected.outcome === 'no-difference' && decision.isClose) return 'agree';
  if (found === 'no-difference') return 'cannot-tell';
  return found === expected.outcome ? 'agree' : 'disagree';
}

export const stanceLabels: Record<Stance, Message> = {
  agree: message('these runs agree'),
  disagree: message('these runs disagree'),
  'cannot-tell': message('these runs cannot tell'),
};

/** The side that trains on one of these, where the other trains on one of those. */
export function sideOf(
  { a, b }: Pair,
  these: readonly LossName[],
  those: readonly LossName[],
): Side | undefined {
  const has = (names: readonly string[], { spec }: Pair['a']): boolean => names.includes(spec.loss.name); // prettier-ignore
  if (has(these, a) && has(those, b)) return 'a';
  return has(these, b) && has(those, a) ? 'b' : undefined;
}

export const crossEntropies = ['cross-entropy', 'binary-cross-entropy', 'kl-divergence'] as const;

export const squaredErrors = [
  'mean-squared-error',
  'mean-squared-error-linear',
  'mean-squared-error-sigmoid',
  'mean-squared-error-rescaled',
] as const;
