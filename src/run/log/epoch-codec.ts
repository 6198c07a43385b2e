import { lossNames, type LossName } from '../../experiment/losses/catalogue.ts';
import type { EpochEvent, Measures } from '../event.ts';
import type { Occurrence } from './event-proto.ts';
import { scalar, type Scalars } from './scalars.ts';
import type { SummaryValue } from './summary-proto.ts';

const epochTag = 'epoch/number';
const speedTag = 'epoch/images_per_second';

/** `train/…` and `validation/…` with a tag for the accuracy and for each loss; absent where null. */
export function encodeEpoch({
  epoch,
  train,
  validation,
  imagesPerSecond,
}: EpochEvent): SummaryValue[] {
  return [
    scalar(epochTag, epoch),
    ...(train === null ? [] : encodeMeasures('train', train)),
    ...encodeMeasures('validation', validation),
    ...(imagesPerSecond === null ? [] : [scalar(speedTag, imagesPerSecond)]),
  ];
}

type Part = 'train' | 'validation';

function encodeMeasures(part: Part, { accuracy, losses }: Measures): SummaryValue[] {
  return [
    scalar(`${part}/accuracy`, accuracy),
    ...lossNames.map((name) => scalar(`${part}/${name}`, losses[name])),
  ];
}

export function decodeEpoch(scalars: Scalars, when: Occurrence): EpochEvent | undefined {
  const epoch = scalars.getCount(epochTag);
  const validation = decodeMeasures('validation', scalars);
  if (epoch === undefined || validation === null) return undefined;
  return {
    type: 'epoch',
    ...when,
    epoch,
    train: decodeMeasures('train', scalars),
    validation,
    imagesPerSecond: scalars.get(speedTag) ?? null,
  };
}

function decodeMeasures(part: Part, scalars: Scalars): Measures | null {
  const accuracy = scalars.get(`${part}/accuracy`);
  if (accuracy === undefined) return null;
  const losses: Partial<Record<LossName, number>> = {};
  // A loss that the catalogue gained after the run was written was not measured.
  for (const name of lossNames) losses[name] = scalars.get(`${part}/${name}`) ?? NaN;
  return isWhole(losses) ? { accuracy, losses } : null;
}

function isWhole(losses: Partial<Record<LossName, number>>): losses is Record<LossName, number> {
  return lossNames.every((name) => losses[name] !== undefined);
}
