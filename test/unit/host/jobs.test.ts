import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Jobs } from '../../../src/host/jobs.ts';
import { count, message } from '../../../src/l10n.ts';
import type { Preparation } from '../../../src/host/job.ts';
import { newRun } from '../../../src/run/reduce.ts';
import type { Run } from '../../../src/run/run.ts';
import { RunStore } from '../../../src/run/store.ts';
import { batch, epoch as epochEvent, identity, started } from '../make-run.ts';
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
  readonly limit?: () => number;
}

function setUp(count: number, given: Given = {}) {
  const { prepare = (run: Run) => Promise.resolve(train(run)), cores = 2 } = given;
  const { threads = () => 1, limit = () => cores } = given;
  const store = new RunStore();
  const platform = new FakePlatform(cores);
  const runs = Array.from({ length: count }, (_, index) =>
    newRun(identity({ id: `run-${index}`, position: index })),
  );
  const kept: string[] = [];
  const readings: string[] = [];
  const jobs = new Jobs(store, {
    place: () => ({ worker: platform.startWorker(), backend: 'wasm' }),
    prepare,
    explain: () => message('The data are gone.'),
    keepCheckpoint: ({ identity: { id } }, { epoch, kinds }) =>
      kept.push(`${id}: ${kinds.join('+')} ${epoch}`),
    keepOutputs: ({ identity: { id } }, { epoch }) => kept.push(`${id}: outputs ${epoch}`),
    showReading: ({ identity: { id } }, { done, total }) =>
      readings.push(`${id}: ${done}/${total}`),
    threads,
    limit,
  });
  store.add(runs);
  jobs.start(runs);
  const states = () => runs.map((run) => run.state);
  return { store, platform, jobs, runs, states, kept, readings };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('Jobs', () => {
  it('tells how far the images of a run are read, until the run is over', async () => {
    const { platform, readings } = setUp(2);
    await vi.runAllTimersAsync();
    platform.worker(1).say({ type: 'reading', done: 3, total: 9 });
    platform.worker(1).finish();
    platform.worker(1).say({ type: 'reading', done: 9, total: 9 });
    expect(readings).toEqual(['run-1: 3/9']);
  });

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

  it('fails the run of a worker that has a bug, and lets the others go on', async () => {
    const { platform, states, runs } = setUp(2);
    await vi.runAllTimersAsync();
    platform.worker(0).emitStarted();
    platform.worker(1).emitStarted();
    platform.worker(0).emit(batch(1, 2.3));
    platform.worker(0).say({ type: 'crashed', error: 'x is not a function' });
    expect(states()).toEqual(['failed', 'running']);
    expect(runs[0]?.reason?.args).toEqual({ reason: 'x is not a function' });
    expect(runs[0]?.batches.loss).toEqual([2.3]);
    expect(platform.worker(0).terminated).toBe(true);
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

describe('A worker that is gone', () => {
  const checkpoint = (epoch: number) =>
    ({ type: 'checkpoint', epoch, kinds: ['last'], bytes: Uint8Array.of(epoch) }) as const;
  const epoch = (number: number, step: number) =>
    ({ ...epochEvent(number, 0.5), step, wallTime: 1000 + step }) as const;

  it('is followed by one that goes on from the last checkpoint, and no point is told twice', async () => {
    const { platform, runs } = setUp(1);
    await vi.runAllTimersAsync();
    const [run] = runs;
    platform.worker(0).emitStarted();
    platform.worker(0).emit(epoch(0, 0), batch(1, 2.3), batch(2, 2.2), epoch(1, 2));
    platform.worker(0).say(checkpoint(1));
    platform.worker(0).emit(batch(3, 2.1));
    platform.worker(0).die('out of memory');
    await vi.runAllTimersAsync();
    expect(platform.worker(1).trained?.from).toEqual(Uint8Array.of(1));
    expect(run?.state).toBe('running');
    platform.worker(1).emit({ ...started(), step: 2, wallTime: 2000 });
    platform.worker(1).emit(batch(3, 2.15), batch(4, 2), epoch(2, 4));
    expect(run?.batches.step).toEqual([1, 2, 3, 4]);
    expect(run?.batches.loss).toEqual([2.3, 2.2, 2.1, 2]);
    expect(run?.epochs.epoch).toEqual([0, 1, 2]);
    expect(run?.moves.map(({ step }) => step)).toEqual([3]);
    expect(run?.moves[0]?.reason.args).toEqual({
      reason: 'out of memory',
      epoch: count(1),
    });
  });

  it('fails its run with the reason if the one before went too, and no epoch had ended between', async () => {
    const { platform, runs } = setUp(1);
    await vi.runAllTimersAsync();
    platform.worker(0).emitStarted();
    platform.worker(0).emit(batch(1, 2.3));
    platform.worker(0).die('out of memory');
    await vi.runAllTimersAsync();
    platform.worker(1).die('out of memory again');
    expect(runs[0]?.state).toBe('failed');
    expect(runs[0]?.reason?.args).toEqual({ reason: 'out of memory again' });
    expect(runs[0]?.batches.loss).toEqual([2.3]);
    expect(platform.workers).toHaveLength(2);
  });

  it('may go any number of times while epochs end between', async () => {
    const { platform, runs } = setUp(1);
    for (let tries = 0; tries < 4; tries++) {
      await vi.runAllTimersAsync();
      platform.worker(tries).say(checkpoint(tries + 1));
      platform.worker(tries).die('killed');
    }
    await vi.runAllTimersAsync();
    expect(platform.worker(4).trained?.from).toEqual(Uint8Array.of(4));
    expect(runs[0]?.state).toBe('queued');
  });

  it('leaves a paused run paused', async () => {
    const { platform, runs } = setUp(1);
    await vi.runAllTimersAsync();
    platform.worker(0).emitStarted();
    platform.worker(0).emit({ type: 'paused', wallTime: 1001, step: 0 });
    platform.worker(0).die('killed');
    await vi.runAllTimersAsync();
    expect(platform.worker(1).received).toEqual(['train', 'pause']);
    expect(runs[0]?.state).toBe('paused');
  });

  it('ends a run that was to stop', async () => {
    const { platform, jobs, runs } = setUp(1);
    await vi.runAllTimersAsync();
    platform.worker(0).emitStarted();
    jobs.control('stop');
    platform.worker(0).die('killed');
    expect(runs[0]?.state).toBe('stopped');
    expect(platform.workers).toHaveLength(1);
  });
});

describe('Jobs and checkpoints', () => {
  it('hand on what the worker posts until the run has ended', async () => {
    const { platform, kept } = setUp(1);
    await vi.runAllTimersAsync();
    const checkpoint = { type: 'checkpoint', epoch: 3, kinds: ['last', 'best'] } as const;
    platform.worker(0).say({ ...checkpoint, bytes: new Uint8Array() });
    platform.worker(0).finish();
    platform.worker(0).say({ ...checkpoint, epoch: 4, bytes: new Uint8Array() });
    expect(kept).toEqual(['run-0: last+best 3']);
  });
});

describe('At most so many jobs', () => {
  const at = { wallTime: 1, step: 0 };

  it('train at once as the limit says, and more at once when it is raised', async () => {
    let limit = 1;
    const { platform, jobs } = setUp(4, { cores: 8, limit: () => limit });
    await vi.runAllTimersAsync();
    expect(platform.workers).toHaveLength(1);
    limit = 3;
    jobs.refill();
    expect(platform.workers).toHaveLength(3);
  });

  it('when it is lowered, go on, but no other begins until fewer are left', async () => {
    let limit = 2;
    const { platform, jobs } = setUp(4, { limit: () => limit });
    await vi.runAllTimersAsync();
    limit = 1;
    jobs.refill();
    platform.worker(0).finish();
    expect(platform.workers).toHaveLength(2);
    platform.worker(1).finish();
    expect(platform.workers).toHaveLength(3);
  });

  it('count no paused one: the next begins, with all threads, and the paused has its own alone', async () => {
    const { platform, states } = setUp(3, { limit: () => 1, threads: () => 4 });
    await vi.runAllTimersAsync();
    platform.worker(0).emitStarted();
    expect(platform.worker(0).threads).toBe(4);
    platform.worker(0).emit({ type: 'paused', ...at });
    await vi.runAllTimersAsync();
    expect(platform.workers.map(({ threads }) => threads)).toEqual([1, 4]);
    expect(states()).toEqual(['paused', 'queued', 'queued']);
    expect(platform.worker(0).terminated).toBe(false);
  });

  it('are exceeded by one that is resumed, which counts again from then on', async () => {
    const { platform } = setUp(3, { limit: () => 1, threads: () => 4 });
    await vi.runAllTimersAsync();
    platform.worker(0).emitStarted();
    platform.worker(0).emit({ type: 'paused', ...at });
    await vi.runAllTimersAsync();
    platform.worker(0).emit({ type: 'resumed', ...at });
    expect(platform.workers.map(({ threads }) => threads)).toEqual([2, 2]);
    platform.worker(1).finish();
    expect(platform.workers).toHaveLength(2);
    platform.worker(0).finish();
    expect(platform.workers).toHaveLength(3);
  });

  it('are not disturbed by single steps of a paused one', async () => {
    const { platform, jobs } = setUp(2, { threads: () => 4 });
    await vi.runAllTimersAsync();
    platform.worker(0).emitStarted();
    platform.worker(0).emit({ type: 'paused', ...at });
    const before = [...platform.worker(1).received];
    jobs.control('step', ['run-0']);
    const step = { wallTime: 2, step: 1 };
    platform.worker(0).emit({ type: 'resumed', ...at }, batch(1, 2), { type: 'paused', ...step });
    expect(platform.worker(0).received.at(-1)).toBe('step');
    expect(platform.worker(1).received).toEqual(before);
  });

  it('begin in the order of the queue, which a person may change', async () => {
    const { platform, jobs, runs } = setUp(4, { limit: () => 1 });
    await vi.runAllTimersAsync();
    const places = () => runs.map((run) => jobs.queue.placeOf(run)?.place);
    expect(places()).toEqual([undefined, 1, 2, 3]);
    jobs.queue.move('run-3', -1);
    expect(places()).toEqual([undefined, 1, 3, 2]);
    jobs.queue.move('run-3', -1);
    jobs.queue.move('run-1', 1);
    expect(places()).toEqual([undefined, 3, 2, 1]);
    platform.worker(0).finish();
    platform.worker(1).emitStarted();
    expect(runs.map(({ state }) => state)).toEqual(['completed', 'queued', 'queued', 'running']);
  });

  it('keep their order where there is no place to move to, and tell of every change', () => {
    const { jobs, runs } = setUp(4, { limit: () => 1 });
    let told = 0;
    const listener = jobs.queue.onDidChange(() => (told += 1));
    jobs.queue.move('run-1', -1);
    jobs.queue.move('run-3', 1);
    jobs.queue.move('run-0', 1);
    expect(told).toBe(0);
    expect(runs.map((run) => jobs.queue.placeOf(run)?.place)).toEqual([undefined, 1, 2, 3]);
    jobs.queue.move('run-1', 1);
    jobs.control('stop', ['run-2']);
    expect(told).toBe(2);
    listener.dispose();
    jobs.queue.move('run-3', -1);
    expect(told).toBe(2);
    expect(jobs.queue.placeOf(runs[3] ?? newRun(identity()))).toEqual({ place: 1, count: 2 });
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
