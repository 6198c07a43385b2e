import { perRuler, type RulerName } from '../../src/experiment/losses/catalogue.ts';
import { defaultSpec, type ExperimentSpec } from '../../src/experiment/spec.ts';
import type {
  EpochEvent,
  LayerStatistics,
  Measures,
  RunEvent,
  RunSetting,
} from '../../src/run/event.ts';
import { applyEvent, newRun } from '../../src/run/reduce.ts';
import type { Run, RunIdentity } from '../../src/run/run.ts';

/* Runs as a worker would make them, for tests that need no worker. */

export const setting: RunSetting = {
  layers: [
    { name: 'dense-1', weights: 100_352 },
    { name: 'dense-2', weights: 1280 },
  ],
  classes: 10,
  trainCount: 10_000,
  validationCount: 2000,
  stepsPerEpoch: 157,
  backend: 'wasm',
};

export function identity(
  change: Partial<RunIdentity> = {},
  spec: Partial<ExperimentSpec> = {},
): RunIdentity {
  return {
    id: 'a-run',
    name: 'Cross-entropy',
    createdAt: Date.UTC(2026, 10, 23),
    comparison: 'a-comparison',
    position: 0,
    spec: { ...defaultSpec, ...spec },
    ...change,
  };
}

export function runOf(events: readonly RunEvent[], of: RunIdentity = identity()): Run {
  const run = newRun(of);
  for (const event of events) applyEvent(run, event);
  return run;
}

export function started(wallTime = 1000): RunEvent {
  return { type: 'started', wallTime, step: 0, setting };
}

export function batch(step: number, loss: number, accuracy = 0.5): RunEvent {
  return { type: 'batch', wallTime: 1000 + step / 100, step, loss, accuracy };
}

export function epoch(
  number: number,
  accuracy: number,
  losses: Partial<Record<RulerName, number>> = {},
): EpochEvent {
  const measured = measures(accuracy, losses);
  return {
    type: 'epoch',
    wallTime: 1000 + number,
    step: number * setting.stepsPerEpoch,
    epoch: number,
    train: number === 0 ? null : measured,
    validation: measured,
    imagesPerSecond: number === 0 ? null : 40_000,
  };
}

export function measures(
  accuracy: number,
  losses: Partial<Record<RulerName, number>> = {},
): Measures {
  return { accuracy, objective: 1, losses: perRuler((name) => losses[name] ?? 1) };
}

export function statistics(norm: number): LayerStatistics {
  return { norm, maxNorm: norm, mean: 0, std: 1, zeroFraction: 0, updateRatio: 0.001 };
}
