import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RunLog } from '../../../src/host/run-log.ts';
import type { Message } from '../../../src/l10n.ts';
import { readLog } from '../../../src/run/log/reader.ts';
import { LogWriter, type AppendFile } from '../../../src/run/log/writer.ts';
import { batch, started } from '../make-run.ts';

/** A disk with room for `room` bytes; a write that does not fit is cut off there. */
class SmallDisk implements AppendFile {
  content = new Uint8Array(10_000);
  room = Infinity;
  closed = false;

  write(bytes: Uint8Array, position: number): void {
    const fits = Math.max(0, Math.min(bytes.length, this.room - position));
    this.content.set(bytes.subarray(0, fits), position);
    this.size = Math.max(this.size, position + fits);
    if (fits < bytes.length)
      throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
  }

  size = 0;

  close(): void {
    this.closed = true;
  }
}

function setUp() {
  const disk = new SmallDisk();
  const problems: Message[] = [];
  let closed = false;
  const log = new RunLog(
    new LogWriter(disk, '/runs/a-run'),
    (problem) => problems.push(problem),
    () => (closed = true),
  );
  const losses = () =>
    readLog(disk.content.subarray(0, disk.size)).events.flatMap((event) =>
      event.type === 'batch' ? [event.loss] : [],
    );
  return { disk, problems, log, losses, isClosed: () => closed };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('RunLog on a full disk', () => {
  it('tells once, and again if it still fails after a resume', async () => {
    const { disk, log, problems } = setUp();
    await log.append(started());
    disk.room = disk.size + 5;
    await log.append(batch(1, 1));
    await log.append(batch(2, 2));
    expect(problems).toHaveLength(1);
    await log.append({ type: 'resumed', wallTime: 1, step: 2 });
    expect(problems).toHaveLength(2);
  });

  it('loses no point once there is room again', async () => {
    const { disk, log, losses } = setUp();
    await log.append(started());
    await log.append(batch(1, 1));
    disk.room = disk.size + 5;
    await log.append(batch(2, 2));
    await log.append(batch(3, 3));
    expect(losses()).toEqual([1]);
    disk.room = Infinity;
    await log.append(batch(4, 4));
    expect(losses()).toEqual([1, 2, 3, 4]);
  });

  it('goes on trying after the run has ended, and closes when all is written', async () => {
    const { disk, log, losses, isClosed } = setUp();
    await log.append(started());
    disk.room = disk.size + 5;
    await log.append(batch(1, 1));
    await log.append({ type: 'finished', wallTime: 1, step: 1, outcome: 'stopped' });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(isClosed()).toBe(false);
    disk.room = Infinity;
    await vi.advanceTimersByTimeAsync(5000);
    expect(isClosed()).toBe(true);
    expect(disk.closed).toBe(true);
    expect(losses()).toEqual([1]);
  });
});
