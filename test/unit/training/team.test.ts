import { describe, expect, test } from 'vitest';
import type { KernelName, Kernels } from '../../../src/training/backend/kernels.ts';
import { partsOf, SharedTask, type Task } from '../../../src/training/backend/task.ts';
import { Team, type HelperSetup } from '../../../src/training/backend/team.ts';

const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
const module = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));

interface Call {
  readonly args: readonly number[];
}

/** Kernels that note how they are called. */
function recorder(): { kernels: Kernels; calls: Call[] } {
  const calls: Call[] = [];
  const kernel = (...args: number[]): number => calls.push({ args });
  const kernels = new Proxy<Partial<Kernels>>({}, { get: () => kernel });
  if (!isWhole(kernels)) throw new Error('A proxy has every kernel');
  return { kernels, calls };
}

function isWhole(kernels: Partial<Kernels>): kernels is Kernels {
  return kernels.add !== undefined;
}

const task = (change: Partial<Task> = {}): Task => ({
  kernel: 'add' satisfies KernelName,
  args: [7, 8],
  units: 10,
  perPart: 4,
  scratch: 1000,
  scratchBytes: 64,
  ...change,
});

test('a task is cut into parts of which the last takes what is left', () => {
  expect(partsOf(task())).toBe(3);
  expect(partsOf(task({ units: 8 }))).toBe(2);
  expect(partsOf(task({ units: 0 }))).toBe(0);
});

test('one thread does each part once, in order', () => {
  const { kernels, calls } = recorder();
  new Team(kernels).run(task());
  expect(calls.map(({ args }) => args)).toEqual([
    [7, 8, 0, 4, 1000],
    [7, 8, 4, 8, 1000],
    [7, 8, 8, 10, 1000],
  ]);
});

test('helpers that never come are not waited for', () => {
  const { kernels, calls } = recorder();
  const setups: HelperSetup[] = [];
  const start = (setup: HelperSetup): (() => void) => {
    setups.push(setup);
    return () => undefined;
  };
  const team = new Team(kernels, { start, module, memory, task: 0 });
  team.setThreads(3);
  team.setThreads(2);
  team.setThreads(3);
  expect(setups.map(({ thread }) => thread)).toEqual([1, 2]);
  expect(team.maxThreads).toBe(3);
  for (let run = 0; run < 3; run++) team.run(task());
  const parts = calls.map(({ args }) => args[2]);
  expect(parts.sort()).toEqual([0, 0, 0, 4, 4, 4, 8, 8, 8]);
});

describe('a shared task', () => {
  test('gives each part to one of those who ask, each with a scratch of its own', () => {
    const [mine, theirs] = [new SharedTask(memory, 0), new SharedTask(memory, 0)];
    const { kernels, calls } = recorder();
    mine.publish(task({ args: [1, -Infinity, 0.1] }));
    theirs.work(kernels, 2);
    mine.work(kernels, 0);
    expect(mine.done).toBe(3);
    expect(calls.map(({ args }) => args)).toEqual([
      [1, -Infinity, 0.1, 8, 10, 1128],
      [1, -Infinity, 0.1, 4, 8, 1128],
      [1, -Infinity, 0.1, 0, 4, 1128],
    ]);
  });

  test('refuses more parts or arguments than it has room for', () => {
    const shared = new SharedTask(memory, 0);
    expect(() => shared.publish(task({ units: 70_000, perPart: 1 }))).toThrow(RangeError);
    expect(() => shared.publish(task({ args: Array<number>(33).fill(0) }))).toThrow(RangeError);
  });

  test('keeps addresses above 2 GB', () => {
    const shared = new SharedTask(memory, 0);
    const { kernels, calls } = recorder();
    shared.publish(task({ units: 1, scratch: 3_000_000_000, args: [4_000_000_000] }));
    shared.work(kernels, 0);
    expect(calls[0]?.args).toEqual([4_000_000_000, 0, 1, 3_000_000_000]);
  });
});
