import { message } from '../../l10n.ts';
import type { Metric } from './metric.ts';

export const brierScore: Metric = {
  label: message('Brier score'),
  abbreviation: 'Brier',
  formula: String.raw`\tfrac{1}{N} \sum_n \sum_k (p_{nk} - y_{nk})^2`,
  use: message('The squared error of the probabilities: right and rightly sure at once.'),
  source: 'Brier 1950, Monthly Weather Review 78',
  better: 'lower',
  value: (outcomes) => (outcomes.areProbabilities ? outcomes.squaredErrors / outcomes.count : NaN),
};
