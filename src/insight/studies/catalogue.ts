import { articleExample } from './article-example.ts';
import { badInitialisation } from './bad-initialisation.ts';
import { calibration } from './calibration.ts';
import { depth } from './depth.ts';
import { focalImbalance } from './focal-imbalance.ts';
import { labelNoise } from './label-noise.ts';
import { manyClasses } from './many-classes.ts';
import { meanAndSum } from './mean-and-sum.ts';
import { overfittingByLoss } from './overfitting-by-loss.ts';
import { overfittingCures } from './overfitting-cures.ts';
import { randomLabels } from './random-labels.ts';
import { saturatedMse } from './saturated-mse.ts';
import { smallRegions } from './small-regions.ts';
import type { Study } from './study.ts';
import { tunedSquaredError } from './tuned-squared-error.ts';
import { vanishingByLoss } from './vanishing-by-loss.ts';

const catalogue = {
  'saturated-mse': saturatedMse,
  'bad-initialisation': badInitialisation,
  'tuned-squared-error': tunedSquaredError,
  'many-classes': manyClasses,
  'mean-and-sum': meanAndSum,
  depth,
  'vanishing-by-loss': vanishingByLoss,
  'overfitting-by-loss': overfittingByLoss,
  'overfitting-cures': overfittingCures,
  'article-example': articleExample,
  'random-labels': randomLabels,
  'label-noise': labelNoise,
  calibration,
  'focal-imbalance': focalImbalance,
  'small-regions': smallRegions,
} as const satisfies Record<string, Study>;

export type StudyName = keyof typeof catalogue;

/** Every study by the name that commands use, in the order of lists. */
export const studies: Readonly<Record<StudyName, Study>> = catalogue;

const allNames: readonly string[] = Object.keys(catalogue);

export const studyNames = allNames.filter(isStudyName);

export function isStudyName(name: string): name is StudyName {
  return Object.hasOwn(catalogue, name);
}
