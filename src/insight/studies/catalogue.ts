import { meanAndSum } from './mean-and-sum.ts';
import { randomLabels } from './random-labels.ts';
import { saturatedMse } from './saturated-mse.ts';
import type { Study } from './study.ts';

const catalogue = {
  'saturated-mse': saturatedMse,
  'random-labels': randomLabels,
  'mean-and-sum': meanAndSum,
} as const satisfies Record<string, Study>;

export type StudyName = keyof typeof catalogue;

/** Every study by the name that commands use, in the order of lists. */
export const studies: Readonly<Record<StudyName, Study>> = catalogue;

const allNames: readonly string[] = Object.keys(catalogue);

export const studyNames = allNames.filter(isStudyName);

export function isStudyName(name: string): name is StudyName {
  return Object.hasOwn(catalogue, name);
}
