import type { Run } from '../../run/run.ts';
import { chanceLevel } from '../chance.ts';
import { allNear, lastEpochs } from './readings.ts';

/** How near to the level the loss is to be. */
export const share = 0.02;

/** The loss of giving every class 1/K, if training and validation loss were there for three epochs. */
export function plateauLevel(run: Run, within: number): number | undefined {
  const { train, validation } = run.epochs;
  const level = chanceLevel(run.identity.spec.loss, run.setting?.classes ?? NaN);
  const [inTraining, inValidation] = [lastEpochs(train.objective, 3), lastEpochs(validation.objective, 3)]; // prettier-ignore
  if (level === undefined || !inTraining || !inValidation) return undefined;
  return allNear([...inTraining, ...inValidation], level, within) ? level : undefined;
}
