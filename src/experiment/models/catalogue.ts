import { cnn } from './cnn.ts';
import { deepMlp } from './deep-mlp.ts';
import { mlp } from './mlp.ts';
import type { Model } from './model.ts';
import { resnet } from './resnet.ts';
import { softmaxRegression } from './softmax-regression.ts';
import { unet } from './unet.ts';

const catalogue = {
  'softmax-regression': softmaxRegression,
  mlp,
  'deep-mlp': deepMlp,
  cnn,
  resnet,
  unet,
} as const satisfies Record<string, Model>;

export type ModelName = keyof typeof catalogue;

/** Every model by the name that specs and commands use. */
export const models: Readonly<Record<ModelName, Model>> = catalogue;

export const modelNames = Object.keys(catalogue) as readonly ModelName[];
