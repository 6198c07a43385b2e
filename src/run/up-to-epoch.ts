import { perRuler } from '../experiment/losses/catalogue.ts';
import { perMetric } from '../experiment/metrics/catalogue.ts';
import type { EpochSeries, EvaluationSeries, MeasureSeries, Run } from './run.ts';

/** The run as it was once `epoch` had ended, so that it can be compared with one that has come no further. */
export function upToEpoch(run: Run, epoch: number): Run {
  const { epochs, gradients } = run;
  if (!((epochs.epoch.at(-1) ?? 0) > epoch)) return run;
  const ended = countUpTo(epochs.epoch, epoch);
  const windows = countUpTo(gradients.epoch, epoch);
  const step = epochs.step[ended - 1] ?? 0;
  const steps = countUpTo(run.batches.step, step);
  const { batches } = run;
  return {
    ...run,
    state: 'running',
    reason: undefined,
    step,
    batches: {
      step: batches.step.slice(0, steps),
      wallTime: batches.wallTime.slice(0, steps),
      loss: batches.loss.slice(0, steps),
      accuracy: batches.accuracy.slice(0, steps),
    },
    epochs: epochsUpTo(epochs, ended),
    gradients: {
      firstStep: gradients.firstStep,
      epoch: gradients.epoch.slice(0, windows),
      layers: gradients.layers.map((layer) => layer.slice(0, windows)),
      histograms: gradients.histograms.slice(0, windows),
    },
    evaluations: evaluationsUpTo(run.evaluations, epoch),
  };
}

/** How many of some values that rise are at most `limit`. */
function countUpTo(values: readonly number[], limit: number): number {
  const index = values.findIndex((value) => value > limit);
  return index < 0 ? values.length : index;
}

function epochsUpTo(epochs: EpochSeries, ended: number): EpochSeries {
  return {
    epoch: epochs.epoch.slice(0, ended),
    step: epochs.step.slice(0, ended),
    wallTime: epochs.wallTime.slice(0, ended),
    train: measuresUpTo(epochs.train, ended),
    validation: measuresUpTo(epochs.validation, ended),
    imagesPerSecond: epochs.imagesPerSecond.slice(0, ended),
    doubted: {
      share: epochs.doubted.share.slice(0, ended),
      pull: epochs.doubted.pull.slice(0, ended),
    },
  };
}

function measuresUpTo(
  { accuracy, objective, losses }: MeasureSeries,
  ended: number,
): MeasureSeries {
  return {
    accuracy: accuracy.slice(0, ended),
    objective: objective.slice(0, ended),
    losses: perRuler((name) => losses[name].slice(0, ended)),
  };
}

/** Only the last evaluation is kept whole, so that one before it has no whole. */
function evaluationsUpTo(evaluations: EvaluationSeries, epoch: number): EvaluationSeries {
  const made = countUpTo(evaluations.epoch, epoch);
  return {
    epoch: evaluations.epoch.slice(0, made),
    metrics: perMetric((name) => evaluations.metrics[name].slice(0, made)),
    units: evaluations.units.map((of) => ({ ...of, share: of.share.slice(0, made) })),
    last: made === evaluations.epoch.length ? evaluations.last : undefined,
  };
}
