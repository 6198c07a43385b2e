import type { AppendFile } from '../../../src/run/log/writer.ts';

/** A file in memory on a disk of a given size, which writes what fits before it fails. */
export class MemoryFile implements AppendFile {
  bytes = new Uint8Array();
  synced = 0;
  closed = false;
  writes = 0;

  constructor(public diskSize = Infinity) {}

  write(bytes: Uint8Array, position: number): void {
    this.writes += 1;
    const fitting = bytes.subarray(0, Math.max(0, this.diskSize - position));
    const whole = new Uint8Array(Math.max(this.bytes.length, position + fitting.length));
    whole.set(this.bytes);
    whole.set(fitting, position);
    this.bytes = whole;
    if (fitting.length < bytes.length) {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    }
  }

  sync(): void {
    this.synced = this.bytes.length;
  }

  close(): void {
    this.closed = true;
  }
}
