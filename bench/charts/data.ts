import { lossSpec } from '../../src/experiment/losses/loss-spec.ts';
import { applyEvent } from '../../src/run/reduce.ts';
import type { DrawnBatchEvent } from '../../src/run/event.ts';
import type { Run } from '../../src/run/run.ts';
import { newRun } from '../../src/run/reduce.ts';
import { identity, simulate } from '../../webview/dev/simulate.ts';

/* Made-up runs of any length. */

export interface Wanted {
  readonly runs: number;
  /** Batches of each. */
  readonly points: number;
  /** Of all, on the x axis: more than `points` where others are to come. */
  readonly planned: number;
  /** Spikes and NaNs in the first run, half and half. */
  readonly planted: number;
}

export interface Planted {
  readonly index: number;
  readonly value: number;
}

const epochs = 100;

/** Runs as a log would give them back: a few epochs by the reducer, then batches in columns. */
export function makeRuns({ runs, points, planned, planted }: Wanted): Run[] {
  return Array.from({ length: runs }, (_, position) => {
    const run = shortRun(position, planned);
    for (let i = 0; i < points; i++) {
      const { step, wallTime, loss } = batchAt(i, position, planned);
      run.batches.step.push(step);
      run.batches.wallTime.push(wallTime);
      run.batches.loss.push(loss);
    }
    if (position === 0) {
      for (const { index, value } of plant(points, planted)) run.batches.loss[index] = value;
    }
    run.step = points;
    run.lastEventAt = run.batches.wallTime.at(-1) ?? 0;
    return run;
  });
}

/** One epoch of a made-up training gives every series a value. */
function shortRun(position: number, planned: number): Run {
  const of = identity(position, {
    loss: lossSpec('cross-entropy'),
    seed: position + 1,
    epochs,
    batchSize: 1000,
  });
  const run = newRun(of);
  for (const event of simulate(of, 1, 0.9)) if (event.type !== 'batch') applyEvent(run, event);
  if (run.setting === undefined) throw new Error('The run has not started.');
  run.setting = { ...run.setting, stepsPerEpoch: planned / epochs };
  return run;
}

/** A loss that falls from 2.3 to 0.3, with the noise of a batch, in float32 as measured. */
export function batchAt(i: number, position: number, planned: number): DrawnBatchEvent {
  const mean = 0.3 + 0.05 * position + 2 * Math.exp((-6 * i) / planned);
  return {
    type: 'batch',
    step: i + 1,
    wallTime: 1_790_000_000 + i * 0.003,
    loss: Math.fround(mean * (1 + 0.3 * (noise(i + 7 * position) - 0.5))),
  };
}

/** Evenly spread, spikes up, spikes down and NaNs in turn. */
export function plant(points: number, count: number): Planted[] {
  return Array.from({ length: count }, (_, k) => {
    const index = Math.floor(((k + 0.5) / count) * points) + (k % 7);
    if (k % 2 === 1) return { index, value: NaN };
    return { index, value: Math.fround(k % 4 === 0 ? 2.9 + 0.6 * noise(k) : 0.005) };
  });
}

/** A hash in 0 … 1 that is the same everywhere. */
function noise(i: number): number {
  let t = Math.imul(i ^ (i >>> 15), 0x2c1b3c6d);
  t = Math.imul(t ^ (t >>> 12), 0x297a2d39);
  return ((t ^ (t >>> 15)) >>> 0) / 2 ** 32;
}
