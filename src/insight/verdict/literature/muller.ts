import { message } from '../../../l10n.ts';
import type { Pair } from '../arms.ts';
import type { Work } from './work.ts';

const smoothing = ({ spec }: Pair['a']): number =>
  spec.loss.name === 'cross-entropy' ? (spec.loss.parameters['labelSmoothing'] ?? 0) : NaN;

export const muller: Work = {
  source: 'Müller, Kornblith & Hinton 2019, arXiv 1906.02629',
  claim: message('Label smoothing makes cross-entropy better calibrated.'),
  conditions: message('Large networks on CIFAR and ImageNet; on small noisy data it can do harm.'),
  expects: ({ a, b }) => {
    const [first, second] = [smoothing(a), smoothing(b)];
    if (first > 0 && second === 0) return { of: 'calibration', outcome: 'a' };
    return second > 0 && first === 0 ? { of: 'calibration', outcome: 'b' } : undefined;
  },
};
