import type { Run } from './run.ts';

/** Loss of the last batch; undefined before the first. */
export function liveLoss(run: Run): number | undefined {
  return run.batches.loss.at(-1);
}

export function validationAccuracy(run: Run): number | undefined {
  return run.epochs.validation.accuracy.at(-1);
}

/** Epochs that have ended. */
export function epochsDone(run: Run): number {
  return run.epochs.epoch.at(-1) ?? 0;
}

/** Seconds left at the speed of the last epoch; undefined before one has ended. */
export function secondsLeft(run: Run): number | undefined {
  const speed = run.epochs.imagesPerSecond.at(-1);
  if (run.setting === undefined || speed === undefined || !(speed > 0)) return undefined;
  const { stepsPerEpoch, trainCount } = run.setting;
  const epochs = run.identity.spec.epochs - run.step / stepsPerEpoch;
  return (epochs * trainCount) / speed;
}

/** Mean of the last 20 batches against the 20 before: up, down, or level within 1 %. */
export function trend(run: Run): '↓' | '↑' | '→' {
  const recent = mean(run.batches.loss.slice(-20));
  const before = mean(run.batches.loss.slice(-40, -20));
  if (!(Math.abs(recent - before) > 0.01 * Math.abs(before))) return '→';
  return recent < before ? '↓' : '↑';
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Training speed of the last whole epoch; undefined before one has ended. */
export function imagesPerSecond(run: Run): number | undefined {
  const speed = run.epochs.imagesPerSecond.at(-1);
  return speed !== undefined && speed > 0 ? speed : undefined;
}
