import { loss, message, percent, type Message } from '../../src/l10n.ts';
import type { LayerStatistics } from '../../src/run/event.ts';
import { statisticsReader } from './moments.ts';
import type { Quantity } from './quantity.ts';
import { unitShares } from './unit-shares.ts';

export const quantityNames = ['norm', 'spread', 'zeros', 'update', 'units'] as const;
export type QuantityName = (typeof quantityNames)[number];

/** Of the gradient of a layer's weights, but for the units. */
export const quantities: Readonly<Record<QuantityName, Quantity>> = {
  norm: {
    label: message('Norm'),
    title: message('Gradient norm'),
    explanation: message(
      'L2 norm of the gradient of the layer’s weights: at step 1, then the mean over each epoch’s steps. It grows with the number of weights; the standard deviation does not.',
    ),
    scale: 'log',
    ...ofStatistics(
      ({ norm }) => norm,
      ({ norm, maxNorm }) =>
        message('{norm}, largest of a step {largest}', {
          norm: loss(norm),
          largest: loss(maxNorm),
        }),
    ),
  },
  spread: {
    label: message('Mean ± std'),
    title: message('Standard deviation of the gradient'),
    explanation: message(
      'Mean and standard deviation of all elements of the layer’s gradient: at step 1, then over all steps of each epoch. The colour is the standard deviation.',
    ),
    scale: 'log',
    ...ofStatistics(
      ({ std }) => std,
      ({ mean, std }) => message('{mean} ± {std}', { mean: loss(mean), std: loss(std) }),
    ),
  },
  zeros: {
    label: message('Zeros'),
    title: message('Zeros in the gradient'),
    explanation: message(
      'Share of the elements of the layer’s gradient that are exactly 0, as those of a unit that is off for every image of the batch: at step 1, then over all steps of each epoch.',
    ),
    scale: 'share',
    ...ofStatistics(
      ({ zeroFraction }) => zeroFraction,
      ({ zeroFraction }) => message('{share}', { share: percent(zeroFraction) }),
    ),
  },
  update: {
    label: message('Update / weights'),
    title: message('Update-to-weight ratio'),
    explanation: message(
      'Length of the step that the optimizer took, divided by the length of the weights before it: at step 1, then the mean over each epoch’s steps. How fast a layer really changes.',
    ),
    scale: 'log',
    ...ofStatistics(
      ({ updateRatio }) => updateRatio,
      ({ updateRatio }) => message('{ratio}', { ratio: loss(updateRatio) }),
    ),
  },
  units: unitShares,
};

function ofStatistics(
  read: (of: LayerStatistics) => number,
  told: (of: LayerStatistics) => Message,
): Pick<Quantity, 'layers' | 'of'> {
  return {
    layers: ({ setting }) => setting?.layers.map((_, layer) => layer) ?? [],
    of: (run) => {
      const statistics = statisticsReader(run);
      return {
        value: (moment, layer) => {
          const of = statistics(moment, layer);
          return of && read(of);
        },
        tell: (moment, layer) => {
          const of = statistics(moment, layer);
          return of && told(of);
        },
      };
    },
  };
}
