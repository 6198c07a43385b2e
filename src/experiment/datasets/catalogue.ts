import type { Dataset } from './dataset.ts';
import { fashionMnist } from './fashion-mnist.ts';
import { fashionScenes } from './fashion-scenes.ts';
import { mnist } from './mnist.ts';

/** Every data set by the name that specs and commands use. */
export const datasets = {
  'fashion-mnist': fashionMnist,
  mnist,
  'fashion-scenes': fashionScenes,
} as const satisfies Record<string, Dataset>;

export type DatasetName = keyof typeof datasets;

export const datasetNames = Object.keys(datasets) as readonly DatasetName[];
