import { loss, message } from '../../l10n.ts';
import type { LayerStatistics } from '../../run/event.ts';
import type { Run } from '../../run/run.ts';
import { atEpoch, elementFlow, firstStep } from './readings.ts';
import { betterFlow, otherRate, remediesOf } from './remedies.ts';
import type { Place, Rule } from './rule.ts';

const limit = 1e-3;
const fall = 100;

export const vanishingGradient: Rule = {
  name: message('The gradient vanishes on its way to the first layer'),
  quantity: message('gradient of the first layer ÷ that of the output layer, weight by weight'),
  condition: message(
    'An element of the first layer’s gradient is less than 0.001 times as large as one of the output layer’s (root mean squares), at step 1 or in the last epoch; or it is below 0.01 and a hundredth of the same at step 1.',
  ),
  source: 'AutoTrainer (Zhang et al., ICSE 2021); Glorot & Bengio 2010',
  certainty: 'likely',
  meaning: message(
    'The first layer hardly learns, and what comes after it works on nearly random features.',
  ),
  success: 'accuracy',
  measure: (run) => {
    const [start, now] = [flowAtStart(run), flowNow(run)];
    const isFallen = start !== undefined && now !== undefined && now < 0.01 && now < start / fall;
    const found = [now, start].find((value) => value !== undefined && value < limit);
    const value = (isFallen ? now : found) ?? now ?? start;
    if (value === undefined) return undefined;
    return {
      value: loss(value),
      limit: loss(isFallen ? start / fall : limit),
      side: 'below',
      place: placeOf(run, value === now),
      isBeyond: isFallen || found !== undefined,
    };
  },
  remedies: (run) => remediesOf(betterFlow(run), otherRate(run, 10)),
};

function placeOf(run: Run, isNow: boolean): Place {
  const at = isNow ? atEpoch(run, -1) : firstStep;
  const layer = run.setting?.layers[0]?.name;
  return layer === undefined ? at : { ...at, layer };
}

/** Where nothing vanishes at all, `no-first-gradient` says so. */
function flowAtStart(run: Run): number | undefined {
  return positive(elementFlow(run, run.gradients.firstStep ?? []));
}

function flowNow(run: Run): number | undefined {
  const layers = run.gradients.layers.map((of) => of.at(-1));
  const whole = layers.filter((of): of is LayerStatistics => of !== undefined);
  return positive(elementFlow(run, whole));
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 ? value : undefined;
}
