import { describe, expect, it } from 'vitest';
import { followStages } from '../../../src/host/fair-comparison/follow-stages.ts';
import { nextStage } from '../../../src/insight/fair/next-stage.ts';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { defaultSpec } from '../../../src/experiment/spec.ts';
import { translator } from '../../../src/l10n.ts';
import type { Outcome } from '../../../src/run/event.ts';
import { newIdentities } from '../../../src/run/new-identity.ts';
import { newRun } from '../../../src/run/reduce.ts';
import { isFinished, type Run } from '../../../src/run/run.ts';
import { RunStore } from '../../../src/run/store.ts';
import { epoch, started } from '../make-run.ts';

const t = translator({}, 'en');

/** A window whose runs do what the test says. */
function setUp(store = new RunStore()) {
  const told: string[] = [];
  let made = store.runs.length;
  const follow = () =>
    followStages({
      store,
      runs: () => store.runs,
      stage: (runs) =>
        nextStage({
          bases: [defaultSpec, { ...defaultSpec, loss: lossSpec('mean-squared-error') }],
          scales: [1, 1],
          seeds: [1, 2],
          runs,
        }),
      start: (plans) => {
        const joined = { comparison: 'one', position: made };
        made += plans.length;
        const runs = newIdentities(plans, new Date(0), () => 0, t, joined).map(newRun);
        store.add(runs);
        return runs;
      },
      tell: (reason) => told.push(t(reason)),
      attempt: (act) => act(),
    });
  const finish = (run: Run, accuracy: number, outcome: Outcome = 'completed'): void => {
    const { id } = run.identity;
    for (const event of [started(), epoch(0, 0.1), epoch(1, accuracy)]) store.apply(id, event);
    store.apply(id, { type: 'finished', wallTime: 1, step: 1, outcome });
  };
  const active = (): Run[] => store.runs.filter((run) => !isFinished(run.state));
  /** The middle of three rates is best. */
  const finishAll = (): void => {
    for (const run of active()) {
      const { learningRate } = run.identity.spec.optimizer;
      const place = Math.log10(learningRate / defaultSpec.optimizer.learningRate);
      finish(run, 0.9 - 0.1 * Math.abs(place));
    }
  };
  const purposes = (): (string | undefined)[] => active().map((run) => run.identity.purpose?.kind);
  return { store, told, follow, finish, finishAll, active, purposes };
}

describe('a fair comparison', () => {
  it('goes from the sweep to the final runs, and then ends', () => {
    const { follow, finishAll, purposes, store, told } = setUp();
    follow();
    expect(purposes()).toEqual(Array.from({ length: 6 }, () => 'sweep'));
    finishAll();
    expect(purposes()).toEqual(['fair', 'fair', 'fair', 'fair']);
    finishAll();
    expect(store.runs).toHaveLength(10);
    expect(told).toEqual([]);
  });

  it('ends, and says so, when a run of it is stopped', () => {
    const { follow, finish, finishAll, active, store, told } = setUp();
    follow();
    const [first] = active();
    if (first) finish(first, 0.5, 'stopped');
    expect(told).toEqual([expect.stringMatching('was stopped')]);
    finishAll();
    expect(store.runs).toHaveLength(6);
  });

  it('begins no run anew that a person deletes', () => {
    const { follow, active, finishAll, store } = setUp();
    follow();
    store.remove(active().slice(0, 1).map(({ identity }) => identity.id)); // prettier-ignore
    finishAll();
    expect(store.runs).toHaveLength(5);
  });

  it('called again after a window closed goes on with what is there', () => {
    const before = setUp();
    before.follow().dispose();
    const [first, second, ...others] = before.active();
    for (const run of [first, second]) if (run) before.finish(run, 0.8, 'interrupted');
    expect(others).toHaveLength(4);
    before.finishAll();
    const after = setUp(before.store);
    after.follow();
    // The two that were broken off are trained anew, and nothing else.
    expect(after.purposes()).toEqual(['sweep', 'sweep']);
    after.finishAll();
    expect(after.told).toEqual([]);
    expect(after.active().length).toBeGreaterThan(0);
  });

  it('called again while its runs train waits for them', () => {
    const { follow, active, finishAll, purposes } = setUp();
    follow().dispose();
    const count = active().length;
    follow();
    expect(active()).toHaveLength(count);
    finishAll();
    expect(purposes()).toEqual(['fair', 'fair', 'fair', 'fair']);
  });
});
