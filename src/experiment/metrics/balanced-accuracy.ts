import { message } from '../../l10n.ts';
import { meanOverClasses } from './mean-over-classes.ts';
import type { Metric } from './metric.ts';

export const balancedAccuracy: Metric = {
  label: message('Balanced accuracy'),
  abbreviation: 'bal. acc.',
  formula: String.raw`\tfrac{1}{K} \sum_k \text{correct}_k / n_k`,
  use: message('The mean of each class’s own accuracy: rare classes count as much as any.'),
  source: 'Brodersen et al. 2010, ICPR',
  better: 'higher',
  value: (outcomes) => meanOverClasses(outcomes, (k) => outcomes.correct(k) / outcomes.actual(k)),
};
