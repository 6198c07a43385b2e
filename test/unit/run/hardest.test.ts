import { describe, expect, it } from 'vitest';
import { eventForPage, hardestAt, runForPage } from '../../../src/run/hardest.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import { applyEvent, newRun } from '../../../src/run/reduce.ts';
import { batch, runOf, started } from '../make-run.ts';

const withHardest = (step: number, images: number[]): RunEvent => ({
  type: 'batch',
  wallTime: 1000,
  step,
  loss: 1,
  accuracy: 0.5,
  hardest: { images, losses: images.map((image) => image + 0.5) },
});

describe('the hardest images of a step', () => {
  const run = runOf([
    started(),
    batch(1, 1),
    withHardest(2, [7, 5, 9]),
    withHardest(3, [8]),
    withHardest(4, [1, 2]),
  ]);

  it('are found by the step, as many as the batch had', () => {
    expect(hardestAt(run, 2)).toEqual({ images: [7, 5, 9], losses: [7.5, 5.5, 9.5] });
    expect(hardestAt(run, 3)).toEqual({ images: [8], losses: [8.5] });
    expect(hardestAt(run, 4)).toEqual({ images: [1, 2], losses: [1.5, 2.5] });
  });

  it('are unknown where an older version measured the step, and where there was none', () => {
    for (const step of [0, 1, 5]) expect(hardestAt(run, step)).toBeUndefined();
  });

  it('do not go to pages, neither in a run nor in an event; nor does the accuracy of a batch', () => {
    const { accuracy, ...drawn } = run.batches;
    expect(accuracy).toHaveLength(4);
    expect(runForPage(run)).toEqual({
      ...run,
      batches: { ...drawn, accuracy: [] },
      hardest: { step: [], image: [], loss: [] },
    });
    expect(run.hardest.step).toHaveLength(3);
    expect(eventForPage(withHardest(2, [7]))).toStrictEqual({
      type: 'batch',
      wallTime: 1000,
      step: 2,
      loss: 1,
    });
    const page = newRun(run.identity);
    applyEvent(page, eventForPage(withHardest(2, [7])));
    expect(page.batches).toEqual({ step: [2], wallTime: [1000], loss: [1], accuracy: [] });
  });
});
