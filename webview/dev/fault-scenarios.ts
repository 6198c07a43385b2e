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
