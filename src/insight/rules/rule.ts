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
  /** Undefined where nothing is wrong, or the run does not hold what would tell. */
  check(run: Run): Alarm | undefined;
}

/**
 * `certain` is a fact of arithmetic; `likely` was measured and has few other explanations; a `hint` is worth
 * a look.
 */
export type Certainty = 'certain' | 'likely' | 'hint';

/** What a rule found in one run. */
export interface Alarm {
  readonly value: Figure;
  readonly limit: Figure;
  /** Where the value lies, seen from the limit; `last` for the last before there was none. */
  readonly side: 'above' | 'below' | 'near' | 'last';
  readonly place: Place;
  readonly certainty: Certainty;
  /** What it means. */
  readonly meaning: Message;
  readonly remedy: Remedy;
}

/** Where it was measured. */
export interface Place {
  /** Optimizer steps done; 0 before the first. */
  readonly step: number;
  /** 0 for the model as initialised. */
  readonly epoch: number;
  readonly layer?: string;
}

/** The smallest change that is expected to help. */
export interface Remedy {
  readonly text: Message;
  /** What of the spec to change, as a variant of an experiment file has it; null where it is not in the spec. */
  readonly change: WrittenObject | null;
}
