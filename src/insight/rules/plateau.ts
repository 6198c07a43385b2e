import type { RulerName } from '../../experiment/losses/catalogue.ts';
import { lossSpec } from '../../experiment/losses/loss-spec.ts';
import { loss } from '../../l10n.ts';
import type { MeasureSeries, Run } from '../../run/run.ts';
import { chanceLevel } from '../chance.ts';
import { allNear, atEpoch, lastEpochs } from './readings.ts';
import type { Reading } from './rule.ts';

/** How near to the level the loss is to be. */
export const share = 0.02;

/**
 * Whether training and validation loss were for three epochs at the loss of giving every class 1/K. By the run's
 * own loss where it trains on this one, else by the ruler.
 */
export function plateauReading(run: Run, ruler: RulerName, within: number): Reading | undefined {
  const isOwn = run.identity.spec.loss.name === ruler;
  const lossOf = ({ objective, losses }: MeasureSeries) => (isOwn ? objective : losses[ruler]);
  const spec = isOwn ? run.identity.spec.loss : lossSpec(ruler);
  const level = chanceLevel(spec, run.setting?.classes ?? NaN);
  const { train, validation } = run.epochs;
  const [inTraining, inValidation] = [lastEpochs(lossOf(train), 3), lastEpochs(lossOf(validation), 3)]; // prettier-ignore
  if (level === undefined || !inTraining || !inValidation) return undefined;
  return {
    value: loss(inValidation.at(-1) ?? NaN),
    limit: loss(level),
    side: 'near',
    place: atEpoch(run, -1),
    isBeyond: allNear([...inTraining, ...inValidation], level, within),
  };
}
