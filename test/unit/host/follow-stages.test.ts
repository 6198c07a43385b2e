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

/** Once the runs of a stage have been started. */
const begun = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A window whose runs do what the test says. */
function setUp(store = new RunStore()) {
  const told: string[] = [];
  let made = store.runs.length;
  const follow = async () => {
    const following = followStages({
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
        return Promise.resolve(runs);
      },
      tell: (reason) => told.push(t(reason)),
      attempt: (act) => void act(),
    });
    await begun();
    return following;
  };
  const finish = (run: Run, accuracy: number, outcome: Outcome = 'completed'): void => {
    const { id } = run.identity;
    for (const event of [started(), epoch(0, 0.1), epoch(1, accuracy)]) store.apply(id, event);
    store.apply(id, { type: 'finished', wallTime: 1, step: 1, outcome });
  };
  const active = (): Run[] => store.runs.filter((run) => !isFinished(run.state));
  /** The middle of three rates is best. */
  const finishAll = async (): Promise<void> => {
    for (const run of active()) {
      const { learningRate } = run.identity.spec.optimizer;
      const place = Math.log10(learningRate / defaultSpec.optimizer.learningRate);
      finish(run, 0.9 - 0.1 * Math.abs(place));
    }
    await begun();
  };
  const purposes = (): (string | undefined)[] => active().map((run) => run.identity.purpose?.kind);
  return { store, told, follow, finish, finishAll, active, purposes };
}

describe('a fair comparison', () => {
  it('goes from the sweep to the final runs, and then ends', async () => {
    const { follow, finishAll, purposes, store, told } = setUp();
    await follow();
    expect(purposes()).toEqual(Array.from({ length: 6 }, () => 'sweep'));
    await finishAll();
    expect(purposes()).toEqual(['fair', 'fair', 'fair', 'fair']);
    await finishAll();
    expect(store.runs).toHaveLength(10);
    expect(told).toEqual([]);
  });

  it('ends, and says so, when a run of it is stopped', async () => {
    const { follow, finish, finishAll, active, store, told } = setUp();
    await follow();
    const [first] = active();
    if (first) finish(first, 0.5, 'stopped');
    expect(told).toEqual([expect.stringMatching('was stopped')]);
    await finishAll();
    expect(store.runs).toHaveLength(6);
  });

  it('begins no run anew that a person deletes', async () => {
    const { follow, active, finishAll, store } = setUp();
    await follow();
    store.remove(active().slice(0, 1).map(({ identity }) => identity.id)); // prettier-ignore
    await finishAll();
    expect(store.runs).toHaveLength(5);
  });

  it('called again after a window closed goes on with what is there', async () => {
    const before = setUp();
    (await before.follow()).dispose();
    const [first, second, ...others] = before.active();
    for (const run of [first, second]) if (run) before.finish(run, 0.8, 'interrupted');
    expect(others).toHaveLength(4);
    await before.finishAll();
    const after = setUp(before.store);
    await after.follow();
    // The two that were broken off are trained anew, and nothing else.
    expect(after.purposes()).toEqual(['sweep', 'sweep']);
    await after.finishAll();
    expect(after.told).toEqual([]);
    expect(after.active().length).toBeGreaterThan(0);
  });

  it('called again while its runs train waits for them', async () => {
    const { follow, active, finishAll, purposes } = setUp();
    (await follow()).dispose();
    const count = active().length;
    await follow();
    expect(active()).toHaveLength(count);
    await finishAll();
    expect(purposes()).toEqual(['fair', 'fair', 'fair', 'fair']);
  });
});
