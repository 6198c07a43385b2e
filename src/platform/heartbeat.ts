import { tryParseJson } from '../run/json.ts';

/** In the folder of a run while it is written: by whom, and when that last said so. */
export const heartbeatName = 'writer.beat';

/** Milliseconds between two beats. */
export const beatInterval = 5000;

/** Who writes runs: a window of a browser, or a process of a machine. */
export interface Writer {
  /** Of a window an id of its own; of a process its machine. */
  readonly writer: string;
  readonly pid?: number;
}

/** That a writer lives, at a time in milliseconds since 1970. */
export interface Beat extends Writer {
  readonly time: number;
}

export function formatBeat({ writer, pid }: Writer, time: number): string {
  return JSON.stringify({ writer, pid, time } satisfies { [Key in keyof Beat]: unknown });
}

/** Undefined where it is no beat. */
export function parseBeat(text: string): Beat | undefined {
  const parsed = tryParseJson(text);
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  if (!('writer' in parsed) || typeof parsed.writer !== 'string') return undefined;
  if (!('time' in parsed) || typeof parsed.time !== 'number') return undefined;
  const { writer, time } = parsed;
  return 'pid' in parsed && typeof parsed.pid === 'number'
    ? { writer, time, pid: parsed.pid }
    : { writer, time };
}
