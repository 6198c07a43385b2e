import { beforeEach, describe, expect, test, vi } from 'vitest';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { defaultSpec, type ExperimentSpec } from '../../../src/experiment/spec.ts';
import { FairComparisons } from '../../../src/host/fair-comparison/fair-comparisons.ts';
import type { Run } from '../../../src/run/run.ts';
import { FakeTraining } from './fake-training.ts';
import { shown } from './fake-window.ts';

vi.mock('vscode', async () => (await import('./fake-window.ts')).shown.vscode);

const twoLosses: readonly ExperimentSpec[] = [
  defaultSpec,
  { ...defaultSpec, loss: lossSpec('mean-squared-error') },
];

let training: FakeTraining;
let looked: { shown: string[][]; extended: number };
let command: FairComparisons;

/** A window in which `specs` were trained as one comparison. */
async function open(specs: readonly ExperimentSpec[]): Promise<void> {
  looked = { shown: [], extended: 0 };
  training = new FakeTraining();
  await training.start(specs.map((spec) => ({ spec })));
  await training.finishAll();
  const panel = {
    runs: training.store.runs,
    show: (ids: readonly string[] = []) => void looked.shown.push([...ids]),
    extend: (_id: string, runs: readonly Run[]) => void (looked.extended += runs.length),
  };
  command = new FairComparisons(training, panel, shown.t, shown.log);
}

beforeEach(async () => {
  shown.forget();
  shown.answer = () => '4-5';
  await open(twoLosses);
});

describe('Compare Fairly', () => {
  test('asks for three seeds from that of the runs on', async () => {
    await shown.call('compareFairly');
    expect(shown.asked).toEqual(['1-3']);
  });

  test('sweeps both losses, then trains each once a seed, in the comparison that is looked at', async () => {
    await shown.call('compareFairly');
    expect(training.purposes).toEqual(Array.from({ length: 6 }, () => 'sweep'));
    await training.finishAll();
    expect(training.purposes).toEqual(['fair', 'fair', 'fair', 'fair']);
    const seeds = training.active.map(({ identity }) => identity.spec.seed);
    expect(seeds).toEqual([4, 5, 4, 5]);
    await training.finishAll();
    expect(new Set(training.store.runs.map(({ identity }) => identity.comparison)).size).toBe(1);
    expect(looked.shown).toHaveLength(1);
    expect(looked.extended).toBe(10);
    expect(shown.told).toEqual([]);
  });

  test('starts nothing when a person gives no seeds', async () => {
    shown.answer = undefined;
    await shown.call('compareFairly');
    expect(training.active).toEqual([]);
  });

  test('says what it needs where there is one loss alone', async () => {
    await open(twoLosses.slice(0, 1));
    await shown.call('compareFairly');
    expect(shown.told).toEqual([
      'A fair comparison needs runs of two losses. Show both in the panel first.',
    ]);
    expect(shown.asked).toEqual([]);
  });

  test('follows its stages no longer once its owner is gone', async () => {
    await shown.call('compareFairly');
    command.dispose();
    await training.finishAll();
    expect(training.active).toEqual([]);
  });
});
