import { loss, message, percent, ratio, type Message, type MessageArg } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import { elementFlow } from '../rules/readings.ts';

/** A number that a study reads from a finished run. */
export interface Measure {
  readonly label: Message;
  /** NaN where the run does not hold it. */
  value(run: Run): number;
  readonly figure: (value: number) => MessageArg;
  readonly difference: (value: number) => MessageArg;
}

const points = (value: number): Message =>
  value === 0.01 ? message('1 point') : message('{points} points', { points: ratio(100 * value) });
const epochs = (value: number): Message => message('{epochs} epochs', { epochs: ratio(value) });

const share = { figure: percent, difference: points };
const plain = { figure: ratio, difference: ratio };
const duration = { figure: epochs, difference: epochs };

const last = (values: readonly number[]): number => values.at(-1) ?? NaN;

/** The first epoch of a series that is at least `level`; one more than were trained if none is. */
function firstEpoch(run: Run, accuracies: readonly number[], level: number): number {
  const index = accuracies.findIndex((accuracy) => accuracy >= level);
  return run.epochs.epoch[index] ?? last(run.epochs.epoch) + 1;
}

/** The training accuracy at which runs of different speed are compared. */
const matched = 0.9;

const catalogue = {
  validationAccuracy: {
    label: message('validation accuracy'),
    value: ({ epochs }) => last(epochs.validation.accuracy),
    ...share,
  },
  trainingAccuracy: {
    label: message('training accuracy'),
    value: ({ epochs }) => last(epochs.train.accuracy),
    ...share,
  },
  gap: {
    label: message('training accuracy − validation accuracy'),
    value: ({ epochs }) => last(epochs.train.accuracy) - last(epochs.validation.accuracy),
    figure: points,
    difference: points,
  },
  matchedGap: {
    label: message(
      'training accuracy − validation accuracy, in the first epoch with {level} in training',
      { level: percent(matched) },
    ),
    value: ({ epochs: { train, validation } }) => {
      const index = train.accuracy.findIndex((accuracy) => accuracy >= matched);
      return (train.accuracy[index] ?? NaN) - (validation.accuracy[index] ?? NaN);
    },
    figure: points,
    difference: points,
  },
  validationCrossEntropy: {
    label: message('validation cross-entropy'),
    value: ({ epochs }) => last(epochs.validation.losses['cross-entropy']),
    figure: loss,
    difference: loss,
  },
  epochsToHalf: {
    label: message('epochs to {level} training accuracy', { level: percent(0.5) }),
    value: (run) => firstEpoch(run, run.epochs.train.accuracy, 0.5),
    ...duration,
  },
  flow: {
    label: message('gradient of the first layer ÷ that of the output layer, weight by weight, at step 1'),
    value: (run) => elementFlow(run, run.gradients.firstStep ?? []) ?? NaN,
    ...plain,
  },
  firstGradient: {
    label: message('gradient norm of the first layer at step 1'),
    value: ({ gradients }) => gradients.firstStep?.[0]?.norm ?? NaN,
    ...plain,
  },
  calibrationError: {
    label: message('expected calibration error'),
    value: ({ evaluations }) => last(evaluations.metrics['expected-calibration-error']),
    ...share,
  },
  balancedAccuracy: {
    label: message('balanced accuracy'),
    value: ({ evaluations }) => last(evaluations.metrics['balanced-accuracy']),
    ...share,
  },
  meanIou: {
    label: message('mean IoU'),
    value: ({ evaluations }) => last(evaluations.metrics['mean-iou']),
    ...share,
  },
} as const satisfies Record<string, Measure>; // prettier-ignore

export type MeasureName = keyof typeof catalogue;

export const measures: Readonly<Record<MeasureName, Measure>> = catalogue;
