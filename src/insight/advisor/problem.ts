import type { WrittenObject } from '../../experiment/merge-written.ts';
import type { Message } from '../../l10n.ts';
import type { AdvisedLoss, Claim } from './advised-loss.ts';
import type { Answers } from './answers.ts';

/** A kind of prediction, and which losses suit it. One file each. */
export interface Problem {
  /** From the first to be thought of on; of those that apply, the first three with a loss of their own count. */
  readonly rules: readonly Rule[];
  /** What settles the choice in Loss Lab; a message says why nothing there can. */
  readonly trial: Trial | Message;
}

/** A loss, when it is advised, and why. */
export interface Rule {
  readonly loss: AdvisedLoss;
  readonly when: (answers: Answers) => boolean;
  readonly reason: Claim;
}

export interface Trial {
  /** Of an experiment file: data, model and how long. */
  readonly base: WrittenObject;
  /** A loss to hold the advised ones against. */
  readonly against: WrittenObject;
  /** In what it is other than what was asked about. */
  readonly note: Message;
  /** Whether its training images can be made uneven by class. */
  readonly canBeUneven: boolean;
}

export const always = (): boolean => true;
export const isNoisy = ({ noise }: Answers): boolean => noise === 'noisy';
export const isUneven = ({ imbalance }: Answers): boolean => imbalance === 'uneven';
export const wants =
  (goal: Answers['goal']) =>
  (answers: Answers): boolean =>
    answers.goal === goal;

/** Weights bend the probabilities towards rare classes, which who wants honest ones does not. */
export const mayWeigh = (answers: Answers): boolean =>
  isUneven(answers) && answers.goal !== 'calibration';
