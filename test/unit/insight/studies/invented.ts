import { perRuler } from '../../../../src/experiment/losses/catalogue.ts';
import { studies, type StudyName } from '../../../../src/insight/studies/catalogue.ts';
import { studyRuns } from '../../../../src/insight/studies/study.ts';
import type { LayerStatistics, Measures, Outcome, RunEvent } from '../../../../src/run/event.ts';
import { applyEvent, newRun } from '../../../../src/run/reduce.ts';
import type { Run } from '../../../../src/run/run.ts';

/** What a test says of the runs of an arm; the rest is made up. */
export interface Told {
  /** Training accuracy after each epoch, from epoch 1; the validation's as long. */
  readonly train?: readonly number[];
  readonly validation?: readonly number[];
  /** Validation cross-entropy after each epoch. */
  readonly crossEntropy?: readonly number[];
  readonly calibrationError?: number;
  readonly balancedAccuracy?: number;
  readonly meanIou?: number;
  /** Gradient norms of the first and of the output layer at step 1. */
  readonly norms?: readonly [number, number];
  readonly outcome?: Outcome;
}

/** Finished runs of every arm with every seed, as they are told. */
export function inventedRuns(name: StudyName, arms: Readonly<Record<string, Told>>): Run[] {
  return studyRuns(studies[name]).map(({ arm, spec }, position) => {
    const purpose = { kind: 'study', study: name, arm } as const;
    const id = `${arm}-${String(spec.seed)}`;
    const run = newRun({ id, name: arm, createdAt: 0, comparison: 'c', position, purpose, spec });
    for (const event of eventsOf(arms[arm] ?? {})) applyEvent(run, event);
    return run;
  });
}

function* eventsOf(told: Told): Generator<RunEvent, void> {
  const { train = [0.9] } = told;
  const validation: readonly number[] = told.validation ?? train.map(() => 0.8);
  const layers = ['dense-1', 'dense-2'].map((layer) => ({ name: layer, weights: 100 }));
  const counts = { classes: 10, trainCount: 100, validationCount: 100, stepsPerEpoch: 1 };
  yield { type: 'started', ...at(0), setting: { ...counts, layers, backend: 'test' } };
  const first = (told.norms ?? [1, 1]).map(statistics);
  yield { type: 'gradients', ...at(1), window: 'first-step', epoch: 1, layers: first };
  for (const [index, accuracy] of train.entries()) {
    yield {
      type: 'epoch',
      ...at(index + 1),
      epoch: index + 1,
      train: measures(accuracy, 1),
      validation: measures(validation[index] ?? NaN, told.crossEntropy?.[index] ?? 1),
      imagesPerSecond: 1,
    };
  }
  yield evaluation(told, train.length);
  yield { type: 'finished', ...at(train.length), outcome: told.outcome ?? 'completed' };
}

function evaluation({ calibrationError = 0.1, balancedAccuracy = 0.5, meanIou = 0.5 }: Told, epoch: number): RunEvent {
  return {
    type: 'evaluation',
    ...at(epoch),
    epoch,
    metrics: { 'expected-calibration-error': calibrationError, 'balanced-accuracy': balancedAccuracy, 'mean-iou': meanIou },
    confusion: [],
    classLosses: [],
    examples: { losses: [], predicted: [] },
  };
} // prettier-ignore

const at = (step: number): { wallTime: number; step: number } => ({ wallTime: step, step });

function measures(accuracy: number, crossEntropy: number): Measures {
  return { accuracy, objective: 1, losses: perRuler(() => crossEntropy) };
}

function statistics(norm: number): LayerStatistics {
  return { norm, maxNorm: norm, mean: 0, std: norm, zeroFraction: 0, updateRatio: 0 };
}
