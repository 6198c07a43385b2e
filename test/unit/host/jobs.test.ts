import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Jobs } from '../../../src/host/jobs.ts';
import { message } from '../../../src/l10n.ts';
import type { Preparation } from '../../../src/host/job.ts';
import { newRun } from '../../../src/run/reduce.ts';
import type { Run } from '../../../src/run/run.ts';
import { RunStore } from '../../../src/run/store.ts';
import { batch, identity } from '../make-run.ts';
import { FakePlatform } from './fake-worker.ts';

const nothing = new Uint8Array();
const train = (run: Run): Preparation => ({
  type: 'train',
  spec: run.identity.spec,
  data: {
    trainImages: nothing,
    trainLabels: nothing,
    validationImages: nothing,
    validationLabels: nothing,
  },
  wasm: { tfjs: nothing, kernels: nothing },
});

interface Given {
  readonly prepare?: (run: Run) => Promise<Preparation>;
  readonly cores?: number;
  readonly threads?: () => number;
}

function setUp(count: number, given: Given = {}) {
  const { prepare = (run: Run) => Promise.resolve(train(run)), cores, threads = () => 1 } = given;
  const store = new RunStore();
  const platform = new FakePlatform(cores);
  const runs = Array.from({ length: count }, (_, index) =>
    newRun(identity({ id: `run-${index}`, position: index })),
  );
  const jobs = new Jobs(store, platform, prepare, () => message('The data are gone.'), threads);
  store.add(runs);
  jobs.start(runs);
  const states = () => runs.map((run) => run.state);
  return { store, platform, jobs, runs, states };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('Jobs', () => {
  it('starts at most one job a core, and the next when one ends', async () => {
    const { platform, states } = setUp(3);
    await vi.runAllTimersAsync();
    expect(platform.workers).toHaveLength(2);
    platform.worker(0).finish();
    await vi.runAllTimersAsync();
    expect(platform.workers).toHaveLength(3);
    expect(platform.worker(2).received).toEqual(['train']);
    expect(states()).toEqual(['completed', 'queued', 'queued']);
  });

  it('starts one job after the other on one core', async () => {
    const { platform } = setUp(2, { cores: 1 });
    await vi.runAllTimersAsync();
    expect(platform.workers).toHaveLength(1);
    platform.worker(0).finish();
    expect(platform.workers).toHaveLength(2);
  });

  it('ends a worker that has finished', async () => {
    const { platform } = setUp(1);
    await vi.runAllTimersAsync();
    platform.worker(0).finish();
    expect(platform.worker(0).terminated).toBe(true);
  });

  it('terminates a worker that does not answer a stop within 2 s, and keeps its points', async () => {
    const { platform, jobs, runs } = setUp(1);
    await vi.advanceTimersByTimeAsync(0);
    platform.worker(0).emitStarted();
    platform.worker(0).emit(batch(1, 2.3));
    jobs.control('stop');
    await vi.advanceTimersByTimeAsync(1999);
    expect(runs[0]?.state).toBe('running');
    await vi.advanceTimersByTimeAsync(1);
    expect(runs[0]?.state).toBe('stopped');
    expect(runs[0]?.reason?.text).toMatch('did not answer');
    expect(runs[0]?.batches.loss).toEqual([2.3]);
    expect(platform.worker(0).terminated).toBe(true);
  });

  it('does not terminate a worker that answered the stop', async () => {
    const { platform, jobs, runs } = setUp(1);
    await vi.advanceTimersByTimeAsync(0);
    jobs.control('stop');
    platform.worker(0).emit({ type: 'finished', wallTime: 1, step: 3, outcome: 'stopped' });
    await vi.runAllTimersAsync();
    expect(runs[0]?.reason).toBeUndefined();
    expect(runs[0]?.step).toBe(3);
  });

  it('fails the run of a worker that dies, and lets the others go on', async () => {
    const { platform, states, runs } = setUp(2);
    await vi.runAllTimersAsync();
    platform.worker(0).emitStarted();
    platform.worker(1).emitStarted();
    platform.worker(0).emit(batch(1, 2.3));
    platform.worker(0).die('out of memory');
    expect(states()).toEqual(['failed', 'running']);
    expect(runs[0]?.reason?.args).toEqual({ reason: 'out of memory' });
    expect(runs[0]?.batches.loss).toEqual([2.3]);
  });

  it('fails a run whose data cannot be read, with the reason', async () => {
    const { runs } = setUp(1, {
      prepare: () => Promise.reject(new Error('no such file')),
    });
    await vi.runAllTimersAsync();
    expect(runs[0]?.state).toBe('failed');
    expect(runs[0]?.reason).toEqual(message('The data are gone.'));
  });

  it('stops a run that waits before it has begun', () => {
    const { jobs, states, platform } = setUp(3);
    jobs.control('stop', ['run-2']);
    expect(states()).toEqual(['queued', 'queued', 'stopped']);
    expect(platform.workers).toHaveLength(2);
  });

  it('passes pause and resume to the workers of the chosen runs only', async () => {
    const { jobs, platform } = setUp(2);
    await vi.runAllTimersAsync();
    jobs.control('pause', ['run-1']);
    expect(platform.worker(0).received).toEqual(['train']);
    expect(platform.worker(1).received).toEqual(['train', 'pause']);
  });

  it('marks every unfinished run as interrupted when the window closes', () => {
    const { jobs, states, platform } = setUp(3);
    jobs.dispose();
    expect(states()).toEqual(['interrupted', 'interrupted', 'interrupted']);
    expect(platform.workers.every((worker) => worker.terminated)).toBe(true);
    expect(platform.workers).toHaveLength(2);
  });
});

describe('The threads of jobs', () => {
  const threadsOf = ({ workers }: FakePlatform) => workers.map(({ threads }) => threads);

  it('are all for a job that trains alone', async () => {
    const { platform } = setUp(1, { threads: () => 4 });
    await vi.runAllTimersAsync();
    expect(platform.worker(0).received).toEqual(['train']);
    expect(threadsOf(platform)).toEqual([4]);
  });

  it('are shared evenly, rounded down, from the first step on', async () => {
    const { platform } = setUp(3, { cores: 4, threads: () => 7 });
    await vi.runAllTimersAsync();
    expect(threadsOf(platform)).toEqual([2, 2, 2]);
    expect(platform.workers.map(({ received }) => received)).toEqual([
      ['train'],
      ['train'],
      ['train'],
    ]);
  });

  it('are one each where there are more jobs than threads', async () => {
    const { platform } = setUp(3, { cores: 4, threads: () => 2 });
    await vi.runAllTimersAsync();
    expect(threadsOf(platform)).toEqual([1, 1, 1]);
  });

  it('are shared anew when a job comes or ends, and those with the same share are not told', async () => {
    const { platform, jobs, store } = setUp(1, { cores: 4, threads: () => 4 });
    await vi.runAllTimersAsync();
    const more = ['b', 'c', 'd'].map((id) => newRun(identity({ id })));
    store.add(more);
    jobs.start(more.slice(0, 1));
    await vi.runAllTimersAsync();
    expect(threadsOf(platform)).toEqual([2, 2]);
    jobs.start(more.slice(1)); // ⌊4/4⌋ = 1
    await vi.runAllTimersAsync();
    expect(threadsOf(platform)).toEqual([1, 1, 1, 1]);
    platform.worker(1).finish(); // ⌊4/3⌋ = 1
    expect(platform.worker(0).received).toEqual(['train', 'threads', 'threads']);
    platform.worker(2).finish(); // ⌊4/2⌋ = 2
    expect(platform.worker(0).threads).toBe(2);
    platform.worker(3).finish();
    expect(platform.worker(0).threads).toBe(4);
  });

  it('stay the same when a waiting job takes the place of one that ends', async () => {
    const { platform } = setUp(3, { threads: () => 4 });
    await vi.runAllTimersAsync();
    platform.worker(0).finish();
    await vi.runAllTimersAsync();
    expect(platform.worker(1).received).toEqual(['train']);
    expect(platform.worker(2).threads).toBe(2);
  });

  it('follow the setting while jobs run', async () => {
    let allowed = 4;
    const { platform, jobs } = setUp(2, { threads: () => allowed });
    await vi.runAllTimersAsync();
    allowed = 8;
    jobs.shareThreads();
    expect(threadsOf(platform)).toEqual([4, 4]);
  });

  it('are told to nobody whose run is over', async () => {
    const { platform, jobs } = setUp(1);
    await vi.runAllTimersAsync();
    platform.worker(0).finish();
    jobs.shareThreads();
    expect(platform.worker(0).received).toEqual(['train']);
  });
});
