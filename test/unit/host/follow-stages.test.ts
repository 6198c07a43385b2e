import { describe, expect, it } from 'vitest';
import { followStages } from '../../../src/host/fair-comparison/follow-stages.ts';
import { nextStage } from '../../../src/insight/fair/next-stage.ts';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { defaultSpec } from '../../../src/experiment/spec.ts';
import { translator } from '../../../src/l10n.ts';
import { FakeTraining, nothingLeft } from './fake-training.ts';

const t = translator({}, 'en');

/** A window whose runs do what the test says. */
function setUp(training = new FakeTraining()) {
  const { store } = training;
  const told: string[] = [];
  let position = store.runs.length;
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
        const joined = { comparison: 'one', position };
        position += plans.length;
        return training.start(plans, joined);
      },
      tell: (reason) => told.push(t(reason)),
      attempt: (act) => void act(),
    });
    await nothingLeft();
    return following;
  };
  return { training, told, follow };
}

describe('a fair comparison', () => {
  it('goes from the sweep to the final runs, and then ends', async () => {
    const { training, follow, told } = setUp();
    await follow();
    expect(training.purposes).toEqual(Array.from({ length: 6 }, () => 'sweep'));
    await training.finishAll();
    expect(training.purposes).toEqual(['fair', 'fair', 'fair', 'fair']);
    await training.finishAll();
    expect(training.store.runs).toHaveLength(10);
    expect(told).toEqual([]);
  });

  it('ends, and says so, when a run of it is stopped', async () => {
    const { training, follow, told } = setUp();
    await follow();
    const [first] = training.active;
    if (first) training.finish(first, 0.5, 'stopped');
    expect(told).toEqual([expect.stringMatching('was stopped')]);
    await training.finishAll();
    expect(training.store.runs).toHaveLength(6);
  });

  it('begins no run anew that a person deletes', async () => {
    const { training, follow } = setUp();
    await follow();
    training.store.remove(training.active.slice(0, 1).map(({ identity }) => identity.id)); // prettier-ignore
    await training.finishAll();
    expect(training.store.runs).toHaveLength(5);
  });

  it('called again after a window closed goes on with what is there', async () => {
    const before = setUp();
    (await before.follow()).dispose();
    const [first, second, ...others] = before.training.active;
    for (const run of [first, second]) if (run) before.training.finish(run, 0.8, 'interrupted');
    expect(others).toHaveLength(4);
    await before.training.finishAll();
    const after = setUp(before.training);
    await after.follow();
    // The two that were broken off are trained anew, and nothing else.
    expect(after.training.purposes).toEqual(['sweep', 'sweep']);
    await after.training.finishAll();
    expect(after.told).toEqual([]);
    expect(after.training.active.length).toBeGreaterThan(0);
  });

  it('called again while its runs train waits for them', async () => {
    const { training, follow } = setUp();
    (await follow()).dispose();
    const count = training.active.length;
    await follow();
    expect(training.active).toHaveLength(count);
    await training.finishAll();
    expect(training.purposes).toEqual(['fair', 'fair', 'fair', 'fair']);
  });
});
