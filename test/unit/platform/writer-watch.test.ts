import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatBeat } from '../../../src/platform/heartbeat.ts';
import { isThere, thisProcess } from '../../../src/platform/node/this-process.ts';
import { WriterWatch } from '../../../src/platform/writer-watch.ts';

const self = { writer: 'this window' };
const other = { writer: 'another window' };
const hour = 3_600_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A look, at a beat that is `age` milliseconds old. */
const at = (age = 0): string => formatBeat(other, Date.now() - age);
const pass = (milliseconds: number): unknown => vi.advanceTimersByTime(milliseconds);

describe('WriterWatch', () => {
  it('takes a run without a beat, or with one of its own, for free', () => {
    const watch = new WriterWatch(self);
    expect(watch.judge('run', undefined)).toBe('none');
    expect(watch.judge('run', formatBeat(self, Date.now()))).toBe('none');
  });

  it('takes a beat of the last 20 s for life, and an older one that it sees first for none', () => {
    const watch = new WriterWatch(self);
    expect(watch.judge('a', at(19_000))).toBe('alive');
    expect(watch.judge('b', at(21_000))).toBe('silent');
    expect(watch.judge('c', 'no beat')).toBe('silent');
  });

  it('takes a writer that lived for gone once it is silent for two looks, 10 s apart', () => {
    const watch = new WriterWatch(self);
    const last = at();
    expect(watch.judge('run', last)).toBe('alive');
    pass(25_000);
    expect([watch.judge('run', last), watch.judge('run', last)]).toEqual(['alive', 'alive']);
    pass(10_000);
    expect([watch.judge('run', last), watch.judge('run', last)]).toEqual(['silent', 'silent']);
  });

  it.each([1, 8])(
    'goes on when both have slept for %d h, whoever of them is awake first',
    (hours) => {
      const watch = new WriterWatch(self);
      const before = at();
      watch.judge('run', before);
      pass(hours * hour);
      expect(watch.judge('run', before)).toBe('alive');
      pass(5000);
      expect(watch.judge('run', at())).toBe('alive');
      pass(10_000);
      expect(watch.judge('run', at(5000))).toBe('alive');
    },
  );

  it('takes one that it took for gone for alive again when it beats again', () => {
    const watch = new WriterWatch(self);
    expect(watch.judge('run', at(hour))).toBe('silent');
    expect(watch.judge('run', at())).toBe('alive');
  });

  it.each([-hour, 8 * hour])('sees a beat change though its clock is %d ms off', (off) => {
    const watch = new WriterWatch(self);
    watch.judge('run', at(off));
    pass(10_000);
    expect(watch.judge('run', at(off))).toBe('alive');
  });

  it('believes who can ask for the process, at once', () => {
    let isRunning = true;
    const watch = new WriterWatch(self, () => isRunning);
    const old = at(hour);
    expect(watch.judge('run', old)).toBe('alive');
    isRunning = false;
    expect(watch.judge('run', old)).toBe('silent');
  });
});

describe('The process of a beat', () => {
  it('is there until it is killed', async () => {
    vi.useRealTimers();
    const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)']);
    await once(child, 'spawn');
    const beat = { writer: thisProcess.writer, pid: child.pid ?? NaN, time: Date.now() };
    expect(isThere(beat)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isThere(beat)).toBe(false);
  });

  it('cannot be asked of another machine, of a window, or of a time before the machine started', () => {
    const time = Date.now();
    expect(isThere({ ...thisProcess, writer: 'elsewhere/linux', time })).toBeUndefined();
    expect(isThere({ writer: thisProcess.writer, time })).toBeUndefined();
    expect(isThere({ ...thisProcess, time: 0 })).toBeUndefined();
  });
});
