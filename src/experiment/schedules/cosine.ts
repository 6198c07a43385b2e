import { message } from '../../l10n.ts';
import type { Schedule } from './schedule.ts';

/** SGDR without restarts. The rate would be 0 one step after the last, so that no step is idle. */
export const cosine: Schedule<object> = {
  label: message('cosine'),
  formula: String.raw`\eta = \tfrac{1}{2} \eta_0 \left(1 + \cos(\pi\, t / T)\right)`,
  use: message('Falls smoothly to 0 at the end of the training: nothing to tune but its length.'),
  source: 'Loshchilov & Hutter 2017, arXiv 1608.03983',
  settings: {},
  factor: ({ part }) => (1 + Math.cos(Math.PI * part)) / 2,
};
