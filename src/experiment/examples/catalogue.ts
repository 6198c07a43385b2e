import { article } from './article.ts';
import { crossEntropyAgainstMse } from './cross-entropy-against-mse.ts';
import { crossEntropyAgainstMseByAdam } from './cross-entropy-against-mse-by-adam.ts';
import { fiveSeeds } from './five-seeds.ts';
import { imbalancedClasses } from './imbalanced-classes.ts';
import { initialisation } from './initialisation.ts';
import { labelSmoothing } from './label-smoothing.ts';
import { learningRate } from './learning-rate.ts';
import { noisyLabels } from './noisy-labels.ts';
import { overfitting } from './overfitting.ts';
import { randomLabels } from './random-labels.ts';
import { recognition } from './recognition.ts';
import { scaleOfMse } from './scale-of-mse.ts';
import { segmentationLosses } from './segmentation-losses.ts';
import { vanishingGradient } from './vanishing-gradient.ts';
import type { Example } from './example.ts';

/** Every example by the name that commands and addresses use, in the order of lists. */
export const examples = {
  'cross-entropy-against-mse': crossEntropyAgainstMse,
  'cross-entropy-against-mse-by-adam': crossEntropyAgainstMseByAdam,
  'scale-of-mse': scaleOfMse,
  'vanishing-gradient': vanishingGradient,
  overfitting,
  'noisy-labels': noisyLabels,
  'imbalanced-classes': imbalancedClasses,
  'label-smoothing': labelSmoothing,
  'segmentation-losses': segmentationLosses,
  recognition,
  'random-labels': randomLabels,
  initialisation,
  'learning-rate': learningRate,
  'five-seeds': fiveSeeds,
  article,
} as const satisfies Record<string, Example>;

export type ExampleName = keyof typeof examples;

export const exampleNames = Object.keys(examples) as readonly ExampleName[];

export function isExampleName(name: string): name is ExampleName {
  return Object.hasOwn(examples, name);
}
