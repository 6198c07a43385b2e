import type { LossName } from '../../../src/experiment/losses/catalogue.ts';
import type { ModelName } from '../../../src/experiment/models/catalogue.ts';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import type { ExperimentSpec } from '../../../src/experiment/spec.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import type { Backend } from '../../../src/training/backend/backend.ts';
import { TrainingControl } from '../../../src/training/control.ts';
import { train } from '../../../src/training/trainer.ts';
import { wasm, webgl } from './backends.ts';
import { dataFor, specFor } from './data.ts';

export async function eventsOf(
  spec: ExperimentSpec,
  backend: Backend,
  onEvent: (event: RunEvent) => void = () => undefined,
): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const event of train(spec, dataFor(spec.model.name), new TrainingControl(), backend)) {
    events.push(event);
    onEvent(event);
  }
  return events;
}

/** What events are about, without their numbers. */
export const outline = (events: readonly RunEvent[]): string[] =>
  events.map(({ type, step }) => `${type} ${step}`);

export interface Agreement {
  /** Of the two runs, in which events stand in which order. */
  readonly outlines: readonly [string[], string[]];
  /** The largest difference of a batch's loss, as a share of the first one. */
  readonly batches: number;
  /** Of a ruler after an epoch, of the training and the validation set. */
  readonly rulers: number;
  /** Of norms and update ratios, as a share of each. */
  readonly gradients: number;
  /** Images whose place among the hardest is another, as a share. */
  readonly hardest: number;
  /** Of the shares of doubted labels, and of their part of the pull; 0 where there are no such labels. */
  readonly doubted: number;
  /** Of the shares of dead and saturated units; 0 where neither run has any. */
  readonly units: number;
}

/** 50 steps from the same weights on the same batches, on the device and by the wasm kernels. */
export async function agree(
  model: ModelName,
  change: Partial<ExperimentSpec> = {},
  loss: LossName = 'cross-entropy',
): Promise<Agreement> {
  const spec = specFor(model, change, loss);
  const measured = await eventsOf(spec, await webgl());
  const expected = await eventsOf(spec, await wasm());
  const first = lossesOf(expected)[0] ?? NaN;
  return {
    outlines: [outline(measured), outline(expected)],
    batches: largest(lossesOf(measured), lossesOf(expected)) / first,
    rulers: largest(rulersOf(measured), rulersOf(expected)),
    gradients: largestShare(normsOf(measured), normsOf(expected)),
    hardest: otherHardest(measured, expected),
    doubted: largestIfAny(doubtsOf(measured), doubtsOf(expected)),
    units: largestIfAny(unitsOf(measured), unitsOf(expected)),
  };
}

/** What happens on both at a rate that no training survives, and how it ends. */
export async function divergeAlike(model: ModelName): Promise<[string[], string[]]> {
  const optimizer = wholeOptimizer({ name: 'sgd', learningRate: 30 });
  const happens = async (backend: Backend): Promise<string[]> => {
    const events = await eventsOf(specFor(model, { optimizer }), backend);
    const end = events.at(-1);
    return [
      ...outline(events.slice(0, -1)),
      `${outline(events).at(-1) ?? ''} ${end?.type === 'finished' ? end.outcome : ''}`,
    ];
  };
  return [await happens(await webgl()), await happens(await wasm())];
}

function lossesOf(events: readonly RunEvent[]): number[] {
  return events.flatMap((event) => (event.type === 'batch' ? [event.loss] : []));
}

function rulersOf(events: readonly RunEvent[]): number[] {
  return events.flatMap((event) =>
    event.type === 'epoch'
      ? [event.train, event.validation].flatMap((of) => (of ? Object.values(of.losses) : []))
      : [],
  );
}

function normsOf(events: readonly RunEvent[]): number[] {
  return events.flatMap((event) =>
    event.type === 'gradients'
      ? event.layers.flatMap((of) => [of.norm, of.std, of.updateRatio])
      : [],
  );
}

function doubtsOf(events: readonly RunEvent[]): number[] {
  return events.flatMap((event) =>
    event.type === 'epoch' && event.doubted ? [event.doubted.share, event.doubted.pull] : [],
  );
}

function unitsOf(events: readonly RunEvent[]): number[] {
  return events.flatMap((event) =>
    event.type === 'evaluation' ? (event.units ?? []).map(({ share }) => share) : [],
  );
}

function largestIfAny(measured: readonly number[], expected: readonly number[]): number {
  return measured.length + expected.length === 0 ? 0 : largest(measured, expected);
}

function largest(measured: readonly number[], expected: readonly number[]): number {
  if (measured.length !== expected.length || expected.length === 0) return Infinity;
  return Math.max(...expected.map((value, i) => Math.abs(value - (measured[i] ?? NaN))));
}

function largestShare(measured: readonly number[], expected: readonly number[]): number {
  if (measured.length !== expected.length || expected.length === 0) return Infinity;
  return Math.max(
    ...expected.map(
      (value, i) => Math.abs(value - (measured[i] ?? NaN)) / (Math.abs(value) + 1e-12),
    ),
  );
}

function otherHardest(measured: readonly RunEvent[], expected: readonly RunEvent[]): number {
  const hardest = (events: readonly RunEvent[]): number[] =>
    events.flatMap((event) => (event.type === 'batch' ? [...(event.hardest?.images ?? [])] : []));
  const [ours, theirs] = [hardest(measured), hardest(expected)];
  if (ours.length !== theirs.length || theirs.length === 0) return 1;
  return theirs.filter((image, i) => image !== ours[i]).length / theirs.length;
}
