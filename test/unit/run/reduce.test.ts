import { describe, expect, it } from 'vitest';
import { message } from '../../../src/l10n.ts';
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
});
