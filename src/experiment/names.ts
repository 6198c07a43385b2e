import { message, type Message } from '../l10n.ts';
import { losses } from './losses/catalogue.ts';
import type { LossSpec } from './spec.ts';

/** The name of a loss, with its reduction where it is not the usual one. */
export function lossLabel({ name, reduction }: LossSpec): Message {
  const { label, reductions } = losses[name];
  if (reduction === reductions[0]) return label;
  return message('{loss}, {reduction} over classes', {
    loss: label,
    reduction: reductionLabel(reduction),
  });
}

export function reductionLabel(reduction: LossSpec['reduction']): Message {
  switch (reduction) {
    case 'mean':
      return message('mean');
    case 'sum':
      return message('sum');
    case 'half-sum':
      return message('half the sum');
  }
}
