import { hostname, uptime } from 'node:os';
import type { Beat, Writer } from '../heartbeat.ts';

/** Windows and a Linux within it have one name and two lists of processes. */
const machine = `${hostname()}/${process.platform}`;

export const thisProcess: Writer = { writer: machine, pid: process.pid };

/**
 * Whether the process of a beat is there; undefined of one of another machine, of a browser's window, and of
 * one before the machine was started, since when the number may have been given to another.
 */
export function isThere({ writer, pid, time }: Beat): boolean | undefined {
  if (writer !== machine || pid === undefined) return undefined;
  if (!hasProcess(pid)) return false;
  const startedAt = Date.now() - 1000 * uptime();
  return time > startedAt ? true : undefined;
}

/** Signal 0 asks only whether the process is there; EPERM means that it is, but not ours. */
function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
