import type { Dataset } from './dataset.ts';
import { fashionMnist } from './fashion-mnist.ts';
import { mnist } from './mnist.ts';

/** Every data set by the name that specs and commands use, which is also its folder's name. */
export const datasets = {
  'fashion-mnist': fashionMnist,
  mnist,
} as const satisfies Record<string, Dataset>;

export type DatasetName = keyof typeof datasets;

export const datasetNames = Object.keys(datasets) as readonly DatasetName[];
