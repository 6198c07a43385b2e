import { describe, expect, it } from 'vitest';
import { message } from '../../../src/l10n.ts';
import type { RunEvent, UnitShare } from '../../../src/run/event.ts';
import { upToEpoch } from '../../../src/run/up-to-epoch.ts';
import { batch, epoch, runOf, started, statistics } from '../make-run.ts';

describe('applyEvent', () => {
  it('walks through the states of a run', () => {
    const at = { wallTime: 1, step: 0 };
    expect(runOf([]).state).toBe('queued');
    expect(runOf([started()]).state).toBe('running');
    expect(runOf([started(), { type: 'paused', ...at }]).state).toBe('paused');
    expect(runOf([started(), { type: 'paused', ...at }, { type: 'resumed', ...at }]).state).toBe(
      'running',
    );
    expect(runOf([started(), { type: 'finished', outcome: 'stopped', ...at }]).state).toBe(
      'stopped',
    );
  });

  it('keeps the reason of a run that diverged, and the NaN itself as a point', () => {
    const reason = message('The loss is not a number.');
    const run = runOf([
      started(),
      batch(1, NaN),
      { type: 'finished', wallTime: 2, step: 1, outcome: 'diverged', reason },
    ]);
    expect(run.reason).toEqual(reason);
    expect(run.batches.loss).toEqual([NaN]);
  });

  it('keeps the first step apart from the epochs', () => {
    const at = { type: 'gradients', wallTime: 1, epoch: 1 } as const;
    const run = runOf([
      { ...at, step: 1, window: 'first-step', layers: [statistics(4), statistics(5)] },
      { ...at, step: 79, window: 'epoch', layers: [statistics(2), statistics(3)] },
    ]);
    expect(run.gradients.firstStep?.map(({ norm }) => norm)).toEqual([4, 5]);
    expect(run.gradients.epoch).toEqual([1]);
    expect(run.gradients.layers.map((layer) => layer.map(({ norm }) => norm))).toEqual([[2], [3]]);
  });

  it('puts the losses of every epoch in their series', () => {
    const run = runOf([
      epoch(0, 0.1, { 'cross-entropy': 2.3 }),
      epoch(1, 0.7, { 'cross-entropy': 0.9 }),
    ]);
    expect(run.epochs.validation.losses['cross-entropy']).toEqual([2.3, 0.9]);
    expect(run.epochs.train.losses['cross-entropy']).toEqual([NaN, 0.9]);
    expect(run.epochs.epoch).toEqual([0, 1]);
  });

  it('keeps the units of every layer as long as the evaluations, also where some have none', () => {
    const of = (number: number, units?: readonly UnitShare[]): RunEvent => ({
      ...{ type: 'evaluation', wallTime: number, step: number, epoch: number, metrics: {} },
      ...{ confusion: [], classLosses: [], examples: { losses: [], predicted: [] } },
      ...(units && { units }),
    });
    const dead = (layer: string, share: number) => ({ layer, kind: 'dead', share }) as const;
    const run = runOf([of(0), of(1, [dead('a', 0.1), dead('b', 0.2)]), of(2, [dead('b', 0.4)])]);
    expect(run.evaluations.units).toEqual([
      { layer: 'a', kind: 'dead', share: [NaN, 0.1, NaN] },
      { layer: 'b', kind: 'dead', share: [NaN, 0.2, 0.4] },
    ]);
    expect(upToEpoch({ ...run, epochs: runOf([epoch(0, 0), epoch(1, 0), epoch(2, 0)]).epochs }, 1).evaluations.units[1]?.share).toEqual([NaN, 0.2]);
  }); // prettier-ignore

  it('keeps what was doubted of the labels of each epoch, NaN where nobody looked', () => {
    const doubted = { share: 0.25, pull: 0.5 };
    const run = runOf([epoch(0, 0.1), { ...epoch(1, 0.7), doubted }, epoch(2, 0.7)]);
    expect(run.epochs.doubted).toEqual({ share: [NaN, 0.25, NaN], pull: [NaN, 0.5, NaN] });
  });
});
