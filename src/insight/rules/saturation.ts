import { message } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import { undampedLoss } from './loss-remedies.ts';
import { failedUnits, worstUnits } from './readings.ts';
import { otherRate, remediesOf, tooLargeScale } from './remedies.ts';
import type { Remedy, Rule } from './rule.ts';
import { batchNorm, glorotWeights, reluWithHe } from './style-remedies.ts';

const limit = 0.25;

export const saturation: Rule = {
  name: message('Hidden units are saturated'),
  quantity: message('share of a layer’s units that are saturated'),
  condition: message(
    'With sigmoid or tanh: at least a quarter of the units of a layer are saturated after the last epoch. A unit is where the mean size of its output, scaled to −1…1, is 0.95 or more over the validation images looked at; it then passes on a tenth at most of the gradient that it could.',
  ),
  source:
    'Rakitianskaia & Engelbrecht 2015 (ρ, here unit by unit); TheDeepChecker (Ben Braiek & Khomh 2023); Glorot & Bengio 2010',
  certainty: 'likely',
  meaning: message(
    'Far from 0 these activations are flat. Such a unit gives nearly the same whatever changes before it, so hardly any gradient gets through it: neither it nor the layers before it go on learning.',
  ),
  success: 'accuracy',
  applies: (run) => (run.identity.spec.model.style?.activation ?? 'relu') !== 'relu',
  measure: (run) => failedUnits(run, 'saturated', limit),
  remedies: (run) => {
    const rate = otherRate(run, 0.1);
    const others = [reluWithHe(run), batchNorm(run), crossEntropyFor(run)];
    return remediesOf(
      isFromTheStart(run)
        ? [tooLargeScale(run), glorotWeights(run), ...others, rate]
        : [rate, ...others, glorotWeights(run)],
      rate,
    );
  },
};

/** Whether the weights were drawn so, rather than carried there by the steps. */
function isFromTheStart(run: Run): boolean {
  const worst = worstUnits(run, 'saturated');
  return worst !== undefined && worst.start >= worst.share / 2;
}

/** Behind a saturated output the slope of squared error is nearly 0 too. */
function crossEntropyFor(run: Run): Remedy | undefined {
  return run.identity.spec.loss.name === 'mean-squared-error' ? undampedLoss(run) : undefined;
}
