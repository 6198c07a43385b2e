import { perRuler, rulerNames } from '../../experiment/losses/catalogue.ts';
import type { EpochEvent, Measures } from '../event.ts';
import type { Occurrence } from './event-proto.ts';
import { scalar, type Scalars } from './scalars.ts';
import type { SummaryValue } from './summary-proto.ts';

const epochTag = 'epoch/number';
const speedTag = 'epoch/images_per_second';
const doubtTag = 'train/doubted_labels';
const doubtPullTag = 'train/doubted_pull';

/** `train/…` and `validation/…` with a tag for the accuracy, the own loss and each ruler; absent where null. */
export function encodeEpoch({
  epoch,
  train,
  validation,
  imagesPerSecond,
  doubted,
}: EpochEvent): SummaryValue[] {
  return [
    scalar(epochTag, epoch),
    ...(train === null ? [] : encodeMeasures('train', train)),
    ...encodeMeasures('validation', validation),
    ...(imagesPerSecond === null ? [] : [scalar(speedTag, imagesPerSecond)]),
    ...(doubted ? [scalar(doubtTag, doubted.share), scalar(doubtPullTag, doubted.pull)] : []),
  ];
}

type Part = 'train' | 'validation';

function encodeMeasures(part: Part, { accuracy, objective, losses }: Measures): SummaryValue[] {
  return [
    scalar(`${part}/accuracy`, accuracy),
    ...(objective === undefined ? [] : [scalar(`${part}/objective`, objective)]),
    ...rulerNames.map((name) => scalar(`${part}/${name}`, losses[name])),
  ];
}

export function decodeEpoch(scalars: Scalars, when: Occurrence): EpochEvent | undefined {
  const epoch = scalars.getCount(epochTag);
  const validation = decodeMeasures('validation', scalars);
  if (epoch === undefined || validation === null) return undefined;
  const [share, pull] = [scalars.get(doubtTag), scalars.get(doubtPullTag)];
  return {
    type: 'epoch',
    ...when,
    epoch,
    train: decodeMeasures('train', scalars),
    validation,
    imagesPerSecond: scalars.get(speedTag) ?? null,
    ...(share !== undefined && pull !== undefined && { doubted: { share, pull } }),
  };
}

function decodeMeasures(part: Part, scalars: Scalars): Measures | null {
  const accuracy = scalars.get(`${part}/accuracy`);
  if (accuracy === undefined) return null;
  const objective = scalars.get(`${part}/objective`);
  // A ruler that was added after the run was written was not measured.
  const losses = perRuler((name) => scalars.get(`${part}/${name}`) ?? NaN);
  return { accuracy, ...(objective !== undefined && { objective }), losses };
}
