import { closeSync, existsSync, openSync, writeSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../src/run/event.ts';
import { readLog } from '../../../src/run/log/reader.ts';
import { LogWriter, type AppendFile } from '../../../src/run/log/writer.ts';
import { translator } from '../../../src/l10n.ts';
import { MemoryFile } from './memory-file.ts';
import { sampleEvents } from './sample-events.ts';

const english = translator({}, 'en');

describe('LogWriter', () => {
  it('has each event in the file when append returns', async () => {
    const file = new MemoryFile();
    const writer = new LogWriter(file, 'a.tfevents');
    for (const [index, event] of sampleEvents.entries()) {
      const appended = writer.append(event);
      expect(readLog(file.bytes)).toEqual({
        events: sampleEvents.slice(0, index + 1),
        intactBytes: file.bytes.length,
      });
      expect(await appended).toBeUndefined();
    }
  });

  it('writes an event that comes before the setting is known', async () => {
    const file = new MemoryFile();
    const failed: RunEvent = { type: 'finished', wallTime: 1, step: 0, outcome: 'failed' };
    const gradients = sampleEvents.filter(({ type }) => type === 'gradients');
    const writer = new LogWriter(file, 'a.tfevents');
    for (const event of [...gradients, failed]) await writer.append(event);
    expect(readLog(file.bytes).events).toEqual([...gradients, failed]);
  });

  it('loses nothing and repeats nothing when the disk is full at any byte for a while', async () => {
    const whole = await written(sampleEvents);
    for (let diskSize = 0; diskSize < whole.length; diskSize++) {
      const file = new MemoryFile(diskSize);
      const writer = new LogWriter(file, 'a.tfevents');
      const problems = await Promise.all(sampleEvents.map((event) => writer.append(event)));
      expect(problems.at(-1)).toBeDefined();
      expect(readLog(file.bytes).events).toEqual(
        sampleEvents.slice(0, problems.findIndex(Boolean)),
      );
      file.diskSize = Infinity;
      expect(await writer.flush()).toBeUndefined();
      expect(writer.pendingBytes).toBe(0);
      expect(Buffer.compare(file.bytes, whole)).toBe(0);
    }
  });

  it('writes what waits before the next event', async () => {
    const file = new MemoryFile(100);
    const writer = new LogWriter(file, 'a.tfevents');
    const [first, second] = sampleEvents;
    if (first === undefined || second === undefined) throw new Error('no sample');
    expect(await writer.append(first)).toBeDefined();
    file.diskSize = Infinity;
    expect(await writer.append(second)).toBeUndefined();
    expect(readLog(file.bytes).events).toEqual([first, second]);
  });

  it('says where, why, how much waits and what to do', async () => {
    const writer = new LogWriter(new MemoryFile(0), '/runs/a.tfevents');
    const problem = await writer.append({ type: 'paused', wallTime: 1, step: 1 });
    expect(problem && english(problem)).toBe(
      `The run log /runs/a.tfevents cannot be written: the disk is full. Bytes that wait in memory: ${String(writer.pendingBytes)}. Make room or mend the access to the folder, then resume the run.`,
    );
  });

  it('makes everything durable and closes the file at the end, even on a full disk', async () => {
    const good = new MemoryFile();
    const writer = new LogWriter(good, 'a.tfevents');
    await writer.append({ type: 'paused', wallTime: 1, step: 1 });
    expect(await writer.close()).toBeUndefined();
    expect(good.synced).toBe(good.bytes.length);
    expect(good.closed).toBe(true);

    const full = new MemoryFile(0);
    const stuck = new LogWriter(full, 'a.tfevents');
    await stuck.append({ type: 'paused', wallTime: 1, step: 1 });
    expect(await stuck.close()).toBeDefined();
    expect(full.closed).toBe(true);
  });

  it('gives a slow file together what came meanwhile, and waits for that alone', async () => {
    const file = new SlowFile();
    const writer = new LogWriter(file, 'a.tfevents');
    const [first, ...others] = sampleEvents;
    if (first === undefined) throw new Error('no sample');
    void writer.append(first);
    for (const event of others) void writer.append(event);
    const flushed = writer.flush();
    await file.end();
    void writer.append({ type: 'paused', wallTime: 1, step: 1 });
    await file.end();
    expect(await flushed).toBeUndefined();
    expect(readLog(file.bytes).events).toEqual(sampleEvents);
    expect(file.writes).toBe(3); // The third is under way.
    await file.end();
    expect(readLog(file.bytes).events).toHaveLength(sampleEvents.length + 1);
  });

  it('writes again what a slow file has refused, once and in order', async () => {
    const file = new SlowFile();
    const writer = new LogWriter(file, 'a.tfevents');
    const appended = sampleEvents.map((event) => writer.append(event));
    await file.end(new Error('offline'));
    expect(await appended[0]).toMatchObject({ args: { cause: 'offline' } });
    await file.end();
    expect(await appended.at(-1)).toBeUndefined();
    expect(readLog(file.bytes).events).toEqual(sampleEvents);
  });

  it('leaves no file behind for a run without events', async () => {
    const file = new MemoryFile();
    expect(await new LogWriter(file, 'a.tfevents').close()).toBeUndefined();
    expect(file.writes).toBe(0);
  });

  it.runIf(existsSync('/dev/full'))('keeps an event that a device refuses', async () => {
    const writer = new LogWriter(deviceFile('/dev/full'), '/dev/full');
    const problem = await writer.append({ type: 'paused', wallTime: 1, step: 1 });
    expect(problem && english(problem)).toContain('the disk is full');
    expect(writer.pendingBytes).toBeGreaterThan(0);
    await writer.close();
  });
});

async function written(events: readonly RunEvent[]): Promise<Uint8Array> {
  const file = new MemoryFile();
  const writer = new LogWriter(file, 'a.tfevents');
  for (const event of events) await writer.append(event);
  return file.bytes;
}

/** Writes when the test says so. */
class SlowFile implements AppendFile {
  bytes = new Uint8Array();
  writes = 0;
  #settle: ((error?: Error) => void) | undefined;

  write(bytes: Uint8Array, position: number): Promise<void> {
    this.writes += 1;
    return new Promise((resolve, reject) => {
      this.#settle = (error) => {
        if (error) return reject(error);
        this.bytes = Uint8Array.from([...this.bytes.subarray(0, position), ...bytes]);
        resolve();
      };
    });
  }

  /** Ends the write that is under way, and waits until the next may have begun. */
  async end(error?: Error): Promise<void> {
    this.#settle?.(error);
    await new Promise((resolve) => setTimeout(resolve));
  }

  close(): void {
    this.#settle = undefined;
  }
}

function deviceFile(path: string): AppendFile {
  const descriptor = openSync(path, 'w');
  return {
    write: (bytes, position) => void writeSync(descriptor, bytes, 0, bytes.length, position),
    close: () => closeSync(descriptor),
  };
}
