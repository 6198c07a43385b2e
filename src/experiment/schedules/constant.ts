import { message } from '../../l10n.ts';
import type { Schedule } from './schedule.ts';

export const constant: Schedule<object> = {
  label: message('constant'),
  formula: String.raw`\eta = \eta_0`,
  use: message('The same learning rate throughout: the plainest to compare.'),
  source: 'Robbins & Monro 1951',
  settings: {},
  factor: () => 1,
};
