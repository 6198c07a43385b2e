import { message, percent, type Message } from '../../src/l10n.ts';
import type { UnitFailure } from '../../src/run/event.ts';
import type { Run, UnitSeries } from '../../src/run/run.ts';
import type { Quantity, QuantityReader } from './quantity.ts';

/** How many units of a hidden layer no longer answer to what they are shown, epoch by epoch. */
export const unitShares: Quantity = {
  label: message('Dead or saturated'),
  title: message('Dead or saturated units'),
  explanation: message(
    'Share of the layer’s units that hardly answer to what they are shown any more. A ReLU unit is dead if it gives exactly 0 for every validation image looked at; a sigmoid or tanh unit is saturated if its output, scaled to −1…1, has a mean size of 0.95 or more over them. With the weights that step 1 began from, then after each epoch.',
  ),
  scale: 'share',
  layers: (run) => seriesOf(run).flatMap((of, layer) => (of === undefined ? [] : [layer])),
  of: readerOf,
  kind: ({ evaluations: { units } }) => units[0] && kinds[units[0].kind],
  missing: ({ setting, evaluations: { units } }) => {
    if (units.length > 0 || setting === undefined) return undefined;
    return setting.layers.length === 1
      ? message('This model has no hidden layer, so it has no units that could die or saturate.')
      : message('This run did not count its units: it was made by an earlier version of Loss Lab.');
  },
};

/** One entry a layer; undefined for one without an activation. */
function seriesOf({ setting, evaluations: { units } }: Run): (UnitSeries | undefined)[] {
  return setting?.layers.map(({ name }) => units.find(({ layer }) => layer === name)) ?? [];
}

function readerOf(run: Run): QuantityReader {
  const indices = new Map(run.evaluations.epoch.map((of, index) => [of, index]));
  const layers = seriesOf(run);
  const value: QuantityReader['value'] = (moment, layer) => {
    const share = layers[layer]?.share[indices.get(moment) ?? -1];
    // Where an earlier version went on to this one, it is NaN: nothing was measured, and nothing broke.
    return Number.isNaN(share) ? undefined : share;
  };
  return {
    value,
    tell: (moment, layer) => {
      const [share, kind] = [value(moment, layer), layers[layer]?.kind];
      return share === undefined || kind === undefined ? undefined : told[kind](share);
    },
  };
}

/** A model has one activation in all its hidden layers. */
const kinds: Readonly<Record<UnitFailure, Message>> = {
  dead: message('share of a layer’s units that are dead'),
  saturated: message('share of a layer’s units that are saturated'),
};

const told: Readonly<Record<UnitFailure, (share: number) => Message>> = {
  dead: (share) => message('{share} dead', { share: percent(share) }),
  saturated: (share) => message('{share} saturated', { share: percent(share) }),
};
