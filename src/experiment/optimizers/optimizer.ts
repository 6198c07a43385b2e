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
}
