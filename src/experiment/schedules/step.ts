import * as z from 'zod/mini';
import { message } from '../../l10n.ts';
import { count, described } from '../schema/described.ts';
import type { Schedule } from './schedule.ts';

export interface StepSettings {
  /** Epochs from one fall of the rate to the next. */
  readonly every: number;
  /** What the rate is multiplied by at each. */
  readonly factor: number;
}

export const step: Schedule<StepSettings> = {
  label: message('in steps'),
  formula: String.raw`\eta = \eta_0\, \gamma^{\lfloor \text{epochs} / s \rfloor}`,
  use: message('Falls by a factor every few epochs: the loss drops with each fall.'),
  source: 'He et al. 2016, arXiv 1512.03385',
  settings: {
    every: described(
      z._default(count(100_000), 10),
      message('Epochs from one fall of the learning rate to the next.'),
    ),
    factor: described(
      z._default(z.number().check(z.positive(), z.maximum(1)), 0.1),
      message('What the learning rate is multiplied by at each fall, such as 0.1.'),
    ),
  },
  factor: ({ epochs }, { every, factor }) => factor ** Math.floor(epochs / every),
};
