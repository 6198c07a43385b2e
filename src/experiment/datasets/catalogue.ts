import type { Dataset } from './dataset.ts';
import { digitPairs } from './digit-pairs.ts';
import { digits } from './digits.ts';
import { fashionMnist } from './fashion-mnist.ts';
import { fashionRecognition } from './fashion-recognition.ts';
import { fashionScenes } from './fashion-scenes.ts';
import { mnist } from './mnist.ts';
import { randomImages } from './random-images.ts';

/** Every data set by the name that specs and commands use. */
export const datasets = {
  'fashion-mnist': fashionMnist,
  mnist,
  digits,
  'digit-pairs': digitPairs,
  'random-images': randomImages,
  'fashion-scenes': fashionScenes,
  'fashion-recognition': fashionRecognition,
} as const satisfies Record<string, Dataset>;

export type DatasetName = keyof typeof datasets;

export const datasetNames = Object.keys(datasets) as readonly DatasetName[];
