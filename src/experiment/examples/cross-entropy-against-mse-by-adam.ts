import { message } from '../../l10n.ts';
import type { Example } from './example.ts';

export const crossEntropyAgainstMseByAdam: Example = {
  title: message('Cross-entropy or MSE, where the optimizer cancels the scale?'),
  description: message(
    'Adam divides each gradient by its own size. What is left of the difference between the losses does not come from their scale.',
  ),
  base: { optimizer: 'adam', epochs: 15 },
  variants: [{ change: { loss: 'cross-entropy' } }, { change: { loss: 'mean-squared-error' } }],
};
