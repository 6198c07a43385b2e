import { message } from '../../l10n.ts';
import type { Metric } from './metric.ts';

/**
 * Of images of classes that were never trained on, those that are recognised by the nearest class mean
 * from 5 known images of each class: see `nearest-class-mean.ts`.
 */
export const heldOutAccuracy: Metric = {
  label: message('Recognition of unseen classes'),
  abbreviation: '5-shot',
  formula: String.raw`\arg\min_k \lVert f(x) - \bar f_k \rVert,\quad \bar f_k = \tfrac{1}{5} \sum f(x_{k})`,
  use: message('Whether what was learnt tells classes apart that were never trained on.'),
  source: 'Mensink et al. 2013, TPAMI 35; Snell et al. 2017, arXiv 1703.05175',
  better: 'higher',
  task: 'recognition',
  value: (outcomes) => outcomes.heldOutAccuracy,
};
