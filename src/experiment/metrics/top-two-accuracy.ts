import { message } from '../../l10n.ts';
import type { Metric } from './metric.ts';

export const topTwoAccuracy: Metric = {
  label: message('Top-2 accuracy'),
  abbreviation: 'top-2',
  formula: String.raw`\tfrac{1}{N}\,\#\{\, y \in \text{two largest } z \,\}`,
  use: message('How often the true class is first or second: are the errors near misses?'),
  source: 'Russakovsky et al. 2015, arXiv 1409.0575',
  better: 'higher',
  // Of two classes one is always among the first two.
  value: ({ topTwo, count, classes }) => (classes > 2 ? topTwo / count : NaN),
};
