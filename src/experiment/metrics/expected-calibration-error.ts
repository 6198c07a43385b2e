import { message } from '../../l10n.ts';
import type { Metric } from './metric.ts';

/** Over 15 bins of equal width of the confidence, the probability of the predicted class. */
export const expectedCalibrationError: Metric = {
  label: message('Expected calibration error'),
  abbreviation: 'ECE',
  formula: String.raw`\sum_b \tfrac{n_b}{N}\,\lvert \text{accuracy}_b - \text{confidence}_b \rvert`,
  use: message('How far the probabilities are from how often they come true.'),
  source: 'Naeini et al. 2015; Guo et al. 2017, arXiv 1706.04599',
  better: 'lower',
  value: ({ areProbabilities, count, binHits, binConfidences }) => {
    if (!areProbabilities) return NaN;
    let total = 0;
    binHits.forEach((hits, bin) => (total += Math.abs(hits - (binConfidences[bin] ?? NaN))));
    return total / count;
  },
};
