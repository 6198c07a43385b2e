import { ofData } from './settings/of-data.ts';
import { ofLoss } from './settings/of-loss.ts';
import { ofModel } from './settings/of-model.ts';
import { ofOptimizer } from './settings/of-optimizer.ts';
import { ofTraining } from './settings/of-training.ts';
import type { Setting } from './settings/setting.ts';

/** Whatever can be chosen for a run, in the order of the columns. */
export const settings: readonly Setting[] = [
  ...ofLoss,
  ...ofModel,
  ...ofOptimizer,
  ...ofTraining,
  ...ofData,
];
