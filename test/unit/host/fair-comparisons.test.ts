import { beforeEach, describe, expect, test, vi } from 'vitest';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { defaultSpec, type ExperimentSpec } from '../../../src/experiment/spec.ts';
import { FairComparisons } from '../../../src/host/fair-comparison/fair-comparisons.ts';
import { newIdentities, type Joined, type Plan } from '../../../src/run/new-identity.ts';
import { newRun } from '../../../src/run/reduce.ts';
import { isFinished, type Run } from '../../../src/run/run.ts';
import { RunStore } from '../../../src/run/store.ts';
import { epoch, started } from '../make-run.ts';
import type { FakeWindow } from './fake-window.ts';

const window = vi.hoisted(() => ({ now: undefined as FakeWindow | undefined }));

vi.mock('vscode', async () => {
  const { FakeWindow: Window } = await import('./fake-window.ts');
  window.now = new Window();
  return window.now.vscode;
});

function shown(): FakeWindow {
  if (window.now === undefined) throw new Error('There is no window');
  return window.now;
}

const twoLosses: readonly ExperimentSpec[] = [
  defaultSpec,
  { ...defaultSpec, loss: lossSpec('mean-squared-error') },
];

let store: RunStore;
let looked: { shown: string[][]; extended: number };
let command: FairComparisons;

/** A window in which `specs` were trained as one comparison. */
async function open(specs: readonly ExperimentSpec[]): Promise<void> {
  const { t, log } = shown();
  store = new RunStore();
  looked = { shown: [], extended: 0 };
  const start = (plans: readonly Plan<unknown>[], joined?: Joined): Promise<Run[]> => {
    const runs = newIdentities(plans as readonly Plan[], new Date(0), () => 0, t, joined).map(newRun); // prettier-ignore
    store.add(runs);
    return Promise.resolve(runs);
  };
  await start(specs.map((spec) => ({ spec })));
  await finishAll();
  const panel = {
    runs: store.runs,
    show: (ids: readonly string[] = []) => void looked.shown.push([...ids]),
    extend: (_id: string, runs: readonly Run[]) => void (looked.extended += runs.length),
  };
  command = new FairComparisons({ store, start }, panel, t, log);
}

/** What was begun by promises has come to its end. */
const nothingLeft = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The rate of the spec is the best of a sweep. */
async function finishAll(): Promise<void> {
  for (const { identity } of active()) {
    const { id, spec } = identity;
    const away = Math.abs(Math.log10(spec.optimizer.learningRate / defaultSpec.optimizer.learningRate)); // prettier-ignore
    for (const event of [started(), epoch(0, 0.1), epoch(1, 0.9 - 0.1 * away)]) store.apply(id, event); // prettier-ignore
    store.apply(id, { type: 'finished', wallTime: 1, step: 1, outcome: 'completed' });
  }
  await nothingLeft();
}

const active = (): Run[] => store.runs.filter(({ state }) => !isFinished(state));
const purposes = (): unknown[] => active().map(({ identity }) => identity.purpose?.kind);

beforeEach(async () => {
  shown().asked.length = 0;
  shown().told.length = 0;
  shown().answer = () => '4-5';
  await open(twoLosses);
});

describe('Compare Fairly', () => {
  test('asks for three seeds from that of the runs on', async () => {
    await shown().call('compareFairly');
    expect(shown().asked).toEqual(['1-3']);
  });

  test('sweeps both losses, then trains each once a seed, in the comparison that is looked at', async () => {
    await shown().call('compareFairly');
    expect(purposes()).toEqual(Array.from({ length: 6 }, () => 'sweep'));
    await finishAll();
    expect(purposes()).toEqual(['fair', 'fair', 'fair', 'fair']);
    const seeds = active().map(({ identity }) => identity.spec.seed);
    expect(seeds).toEqual([4, 5, 4, 5]);
    await finishAll();
    expect(new Set(store.runs.map(({ identity }) => identity.comparison)).size).toBe(1);
    expect(looked.shown).toHaveLength(1);
    expect(looked.extended).toBe(10);
    expect(shown().told).toEqual([]);
  });

  test('starts nothing when a person gives no seeds', async () => {
    shown().answer = undefined;
    await shown().call('compareFairly');
    expect(active()).toEqual([]);
  });

  test('says what it needs where there is one loss alone', async () => {
    await open(twoLosses.slice(0, 1));
    await shown().call('compareFairly');
    expect(shown().told).toEqual([
      'A fair comparison needs runs of two losses. Show both in the panel first.',
    ]);
    expect(shown().asked).toEqual([]);
  });

  test('follows its stages no longer once its owner is gone', async () => {
    await shown().call('compareFairly');
    command.dispose();
    await finishAll();
    expect(active()).toEqual([]);
  });
});
