import type { Message } from '../../l10n.ts';

/** A rule that turns a gradient g into a step of the weights w. */
export interface Optimizer {
  readonly label: Message;
  /** The update as TeX, η the learning rate. */
  readonly formula: string;
  readonly use: Message;
  readonly source: string;
  readonly defaultLearningRate: number;
  /** Numbers kept for every weight between steps: momentum keeps 1, Adam 2. */
  readonly slots: 0 | 1 | 2;
  /** Whether each gradient is divided by its own size, so that the scale of the loss cancels. */
  readonly normalises: boolean;
  /**
   * How it decays the weights: λw is added to the gradient and takes part in the rule, or it is taken
   * from the weights beside the rule, times the learning rate.
   */
  readonly decay: 'in-gradient' | 'decoupled';
  readonly defaultWeightDecay: number;
}

/** What most optimizers do with the weights' decay: nothing, until it is asked for. */
export const usualDecay = { decay: 'in-gradient', defaultWeightDecay: 0 } as const;
