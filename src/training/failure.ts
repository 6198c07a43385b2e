import { LossLabError } from '../error.ts';
import { message, type Message } from '../l10n.ts';
import { ReadingCancelled } from '../experiment/datasets/own/reading.ts';
import type { FromWorker } from '../protocol.ts';
import type { FinishedEvent } from '../run/event.ts';

/** What a person can do about an error, or undefined if only a bug explains it. */
export function failureReason(error: unknown): Message | undefined {
  if (error instanceof LossLabError) return error.reason;
  if (isOutOfMemory(error)) {
    return message('The memory is used up. Try a smaller batch, or fewer runs at once.');
  }
  return undefined;
}

/** The last event of a run in which it was thrown; undefined if only a bug explains it. */
export function endOf(error: unknown, step: number): FinishedEvent | undefined {
  const end = { type: 'finished', wallTime: Date.now() / 1000, step } as const;
  if (error instanceof ReadingCancelled) return { ...end, outcome: 'stopped' };
  const reason = failureReason(error);
  return reason && { ...end, outcome: 'failed', reason };
}

/** What a worker says of an error that only a bug explains. */
export function crashed(error: unknown): FromWorker {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { type: 'crashed', error: text };
}

/** V8 and emscripten have no error type of their own for it. */
function isOutOfMemory(error: unknown): boolean {
  if (error instanceof RangeError) return /memory|allocation|array length/i.test(error.message);
  return error instanceof WebAssembly.RuntimeError && /OOM|memory/i.test(error.message);
}
