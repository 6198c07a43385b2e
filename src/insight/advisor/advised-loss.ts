import type { WrittenObject } from '../../experiment/merge-written.ts';
import type { Message } from '../../l10n.ts';
import type { Output } from './answers.ts';

/** A loss as a person uses it in a program. */
export interface AdvisedLoss {
  readonly label: Message;
  /** In plain characters; `_` and `^` lower and raise what follows: one character, or a word in braces. */
  readonly formula: string;
  /** By what the model puts out; the first is for all that has none of its own. */
  readonly code: Partial<Record<Output, Code>>;
  /** What it is applied to, where that is not the output of the last layer. */
  readonly appliesTo?: Message;
  /** How an experiment file names it; left out where Loss Lab cannot train it. */
  readonly trainedAs?: WrittenObject;
}

/**
 * The lines that compute it, the value last. Names: `labels` are class numbers, `onehot` and `y` arrays of
 * targets. In Keras an object or a function of (y_true, y_pred), as `model.compile(loss=…)` takes it.
 */
export interface Code {
  readonly keras: string;
  readonly pytorch: string;
  readonly tfjs: string;
}

/** A sentence and where it is published. It was not measured here. */
export interface Claim {
  readonly text: Message;
  readonly source?: string;
}
