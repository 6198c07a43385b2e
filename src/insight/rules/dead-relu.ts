import { message } from '../../l10n.ts';
import { failedUnits } from './readings.ts';
import { otherRate, remediesOf } from './remedies.ts';
import type { Rule } from './rule.ts';
import { batchNorm, tanhUnits } from './style-remedies.ts';

const limit = 0.5;

export const deadRelu: Rule = {
  name: message('ReLU units have died'),
  quantity: message('share of a layer’s units that are dead'),
  condition: message(
    'With ReLU: at least half of the units of a layer, or of its channels, give exactly 0 for every validation image looked at after the last epoch.',
  ),
  source: 'Amazon SageMaker Debugger: 50 % of a layer; Lu et al. 2019, arXiv 1903.06733',
  certainty: 'likely',
  meaning: message(
    'Units whose sum is negative for every image give 0 and get no gradient, so they never come back. A long step has mostly thrown them there; the layer works with those that are left.',
  ),
  success: 'accuracy',
  applies: (run) => run.identity.spec.model.style?.activation === 'relu',
  measure: (run) => failedUnits(run, 'dead', limit),
  remedies: (run) => remediesOf([otherRate(run, 0.1), tanhUnits(run), batchNorm(run)], otherRate(run, 0.1)),
}; // prettier-ignore
