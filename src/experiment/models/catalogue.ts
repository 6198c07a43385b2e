import { cnn } from './cnn.ts';
import { deepSigmoidMlp } from './deep-sigmoid-mlp.ts';
import { mlp } from './mlp.ts';
import type { Model } from './model.ts';
import { softmaxRegression } from './softmax-regression.ts';

/** Every model by the name that specs and commands use. */
export const models = {
  'softmax-regression': softmaxRegression,
  mlp,
  'deep-sigmoid-mlp': deepSigmoidMlp,
  cnn,
} as const satisfies Record<string, Model>;

export type ModelName = keyof typeof models;

export const modelNames = Object.keys(models) as readonly ModelName[];
