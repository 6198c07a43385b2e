import type { Message } from '../../l10n.ts';
import type { Task } from '../models/model.ts';
import type { Outcomes } from './outcomes.ts';

/** How good a model is on its validation set, beside the losses. One file each. */
export interface Metric {
  readonly label: Message;
  /** For table heads and axes. */
  readonly abbreviation: string;
  readonly formula: string;
  readonly use: Message;
  readonly source: string;
  readonly better: 'higher' | 'lower';
  /** The task that it is made for; left out for any. */
  readonly task?: Task;
  /** NaN where it means nothing, such as a calibration of outputs that are no probabilities. */
  value(outcomes: Outcomes): number;
}
