import type { Extra } from './extra.ts';
import { extrasOfData } from './of-data.ts';
import { extrasOfLosses } from './of-losses.ts';
import { extrasOfModel } from './of-model.ts';
import { extrasOfTraining } from './of-training.ts';

/** In the order in which they are offered. */
export const extras: readonly Extra[] = [
  ...extrasOfData,
  ...extrasOfModel,
  ...extrasOfLosses,
  ...extrasOfTraining,
];
