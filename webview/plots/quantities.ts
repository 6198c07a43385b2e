import { loss, message, percent, type Message, type MessageArg } from '../../src/l10n.ts';
import type { LayerStatistics } from '../../src/run/event.ts';
import type { Run } from '../../src/run/run.ts';

/** Something measured of the gradient of a layer's weights. */
export interface Quantity {
  /** Where it is chosen. */
  readonly label: Message;
  /** What is drawn of it, as a headline and as an axis. */
  readonly title: Message;
  readonly explanation: Message;
  /** `share`: of a whole, in 0..1. */
  readonly scale: 'log' | 'share';
  /** The number that is drawn and coloured. */
  readonly read: (of: LayerStatistics) => number;
  /** All that is told of it. */
  readonly tell: (of: LayerStatistics) => Message;
}

export const quantityNames = ['norm', 'spread', 'zeros', 'update'] as const;
export type QuantityName = (typeof quantityNames)[number];

export const quantities: Readonly<Record<QuantityName, Quantity>> = {
  norm: {
    label: message('Norm'),
    title: message('Gradient norm'),
    explanation: message(
      'L2 norm of the gradient of the layer’s weights: at step 1, then the mean over each epoch’s steps. It grows with the number of weights; the standard deviation does not.',
    ),
    scale: 'log',
    read: ({ norm }) => norm,
    tell: ({ norm, maxNorm }) =>
      message('{norm}, largest of a step {largest}', { norm: loss(norm), largest: loss(maxNorm) }),
  },
  spread: {
    label: message('Mean ± std'),
    title: message('Standard deviation of the gradient'),
    explanation: message(
      'Mean and standard deviation of all elements of the layer’s gradient: at step 1, then over all steps of each epoch. The colour is the standard deviation.',
    ),
    scale: 'log',
    read: ({ std }) => std,
    tell: ({ mean, std }) => message('{mean} ± {std}', { mean: loss(mean), std: loss(std) }),
  },
  zeros: {
    label: message('Zeros'),
    title: message('Zeros in the gradient'),
    explanation: message(
      'Share of the elements of the layer’s gradient that are exactly 0, as those of a unit that is off for every image of the batch: at step 1, then over all steps of each epoch.',
    ),
    scale: 'share',
    read: ({ zeroFraction }) => zeroFraction,
    tell: ({ zeroFraction }) => message('{share}', { share: percent(zeroFraction) }),
  },
  update: {
    label: message('Update / weights'),
    title: message('Update-to-weight ratio'),
    explanation: message(
      'Length of the step that the optimizer took, divided by the length of the weights before it: at step 1, then the mean over each epoch’s steps. How fast a layer really changes.',
    ),
    scale: 'log',
    read: ({ updateRatio }) => updateRatio,
    tell: ({ updateRatio }) => message('{ratio}', { ratio: loss(updateRatio) }),
  },
};

/** Of every layer at step 1 and in every epoch. */
export function allValues({ gradients: { firstStep, layers } }: Run, { read }: Quantity): number[] {
  return [firstStep ?? [], ...layers].flat().map(read);
}

/** A value of a quantity, with as many digits as it is read with. */
export function figureIn({ scale }: Quantity, value: number): MessageArg {
  return scale === 'share' ? percent(value) : loss(value);
}
