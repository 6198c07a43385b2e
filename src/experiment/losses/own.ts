import { message } from '../../l10n.ts';
import type { ModuleLoss } from './loss.ts';

/**
 * A person's own loss: what is known of it without its module. The module gives the loss of a whole batch
 * as one number, so nothing is reduced or weighted besides; predictions are read by softmax.
 */
export const own: ModuleLoss = {
  scope: 'module',
  label: message('Own loss'),
  abbreviation: 'Own',
  activation: 'softmax',
  reductions: ['sum'],
  formula: String.raw`L(y, z)`,
  gradientFormula: String.raw`\nabla_z L`,
  range: String.raw`(-\infty,\,\infty)`,
  unit: message('as its module has it'),
  use: message('A loss of yours, in a JavaScript module: for what no other does.'),
  source: 'module',
  parameters: {},
};
