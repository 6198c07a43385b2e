import type { WrittenObject } from '../../experiment/merge-written.ts';
import type { Figure, Message } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';

/** A rule that says of one run whether something is wrong with it. One file each. */
export interface Rule {
  readonly name: Message;
  /** What is measured. */
  readonly quantity: Message;
  /** When it raises an alarm, with its threshold. */
  readonly condition: Message;
  /** Where the threshold, or what it was made of, is published. */
  readonly source: string;
  readonly certainty: Certainty;
  /** What an alarm means. */
  readonly meaning: Message;
  /** What a remedy is to leave as good as it was, besides ending the alarm. */
  readonly success: Success;
  /** Whether runs such as this are what the rule is about; left out where all are. */
  readonly applies?: (run: Run) => boolean;
  /**
   * The quantity in this run, whether or not the rule is about it, so that it can be told what a remedy did to
   * it. Undefined where the run does not hold what would tell.
   */
  readonly measure: (run: Run) => Reading | undefined;
  /** What the explanation predicts to help such a run, what helps most first. */
  readonly remedies: (run: Run) => Remedies;
}

/** The best validation accuracy, the best mean of the classes' recalls, or the last validation loss. */
export type Success = 'accuracy' | 'balanced-accuracy' | 'loss';

/**
 * `certain` is a fact of arithmetic; `likely` was measured and has few other explanations; a `hint` is worth
 * a look.
 */
export type Certainty = 'certain' | 'likely' | 'hint';

/** What a rule measured in one run. */
export interface Reading {
  readonly value: Figure;
  readonly limit: Figure;
  /** Where the value lies, seen from the limit; `last` for the last before there was none. */
  readonly side: 'above' | 'below' | 'near' | 'last';
  readonly place: Place;
  /** Whether the value is past its limit. */
  readonly isBeyond: boolean;
}

/** What is wrong with a run by a rule that is about it. */
export interface Alarm extends Reading {
  readonly certainty: Certainty;
  readonly meaning: Message;
  readonly remedies: Remedies;
}

/** Where it was measured. */
export interface Place {
  /** Optimizer steps done; 0 before the first. */
  readonly step: number;
  /** 0 for the model as initialised. */
  readonly epoch: number;
  readonly layer?: string;
  /** What of the layer; its gradient where left out. */
  readonly of?: 'update' | 'units';
}

export type Remedies = readonly [Remedy, ...Remedy[]];

/** A smallest change that is expected to help. */
export interface Remedy {
  readonly text: Message;
  /** What of the spec to change, as a variant of an experiment file has it; null where it is not in the spec. */
  readonly change: WrittenObject | null;
}
