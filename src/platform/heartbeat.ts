/** In the folder of a run: which window is writing it, and when that last said so. */
export const heartbeatName = 'writer.beat';

/** Milliseconds between two beats. */
export const beatInterval = 5000;

/** A window that has not beaten for so long is gone: closed, reloaded or crashed. */
const patience = 20_000;

/** @param writer an id of the window */
export function formatBeat(writer: string, now: number): string {
  return JSON.stringify({ writer, time: now });
}

/** Whether a window other than `writer` is alive by its beat. One that cannot be read is of nobody. */
export function isBeating(beat: string, now: number, writer?: string): boolean {
  const parsed = parse(beat);
  if (typeof parsed !== 'object' || parsed === null) return false;
  if (!('time' in parsed) || typeof parsed.time !== 'number') return false;
  const isOther = !('writer' in parsed) || parsed.writer !== writer;
  // Another machine's clock may be ahead.
  return isOther && Math.abs(now - parsed.time) < patience;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
