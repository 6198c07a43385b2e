import type { UnitFailure } from '../../src/run/event.ts';
import type { Run } from '../../src/run/run.ts';

/* Invented faults that only the measured units and labels show. */

/** More of each layer's units fail from epoch to epoch, the most in the last layer. */
export function withFailedUnits(run: Run, kind: UnitFailure): Run {
  const { epoch } = run.evaluations;
  run.evaluations.units = (run.setting?.layers ?? []).slice(0, -1).map(({ name }, layer) => ({
    layer: name,
    kind,
    share: epoch.map((at) => Math.min(1, 0.12 * at * (1 + layer))),
  }));
  return run;
}

/** What every ruler is before the first step, where the initial weights are too small, or far too large. */
export function withStart(run: Run, kind: 'all alike' | 'sure and wrong'): Run {
  const { losses } = run.epochs.validation;
  const [crossEntropy, squaredError] = kind === 'all alike' ? [Math.log(10), 0.1] : [52.4, 1120];
  losses['cross-entropy'][0] = crossEntropy;
  losses['mean-squared-error-linear'][0] = squaredError;
  return run;
}

/** A third of the training labels is wrong, and the model does not follow them. */
export function withWrongLabels(run: Run): Run {
  const { epochs } = run;
  epochs.doubted = {
    share: epochs.epoch.map((at) => (at === 0 ? NaN : 0.23)),
    pull: epochs.epoch.map((at) => (at === 0 ? NaN : 0.4)),
  };
  epochs.train.accuracy = epochs.validation.accuracy.map((value) => 0.7 * value);
  return run;
}
