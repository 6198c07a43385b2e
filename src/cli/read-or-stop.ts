import type { TrainingData } from '../experiment/datasets/dataset.ts';
import { ReadingCancelled } from '../experiment/datasets/own/reading.ts';
import type { Translator } from '../l10n.ts';
import { applyEvent } from '../run/reduce.ts';
import type { Run } from '../run/run.ts';
import { readData } from './inputs.ts';
import { ReadingLine } from './reading-line.ts';
import type { Display, Terminal } from './terminal.ts';

interface Where {
  readonly root: string;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/**
 * The images that the runs share. Undefined if Ctrl+C came first: the first run is told as stopped, and
 * leaves no folder.
 * @throws LossLabError if they cannot be read
 */
export async function readOrStop(
  first: Run,
  display: Display,
  { root, terminal, signal }: Where,
  t: Translator,
): Promise<TrainingData | undefined> {
  const line = new ReadingLine(terminal, t);
  const isCancelled = (): boolean => signal.aborted;
  const onProgress = (done: number, total: number): void => line.show(done, total);
  try {
    return await readData(root, first.identity.spec.dataset, { isCancelled, onProgress });
  } catch (error) {
    if (!(error instanceof ReadingCancelled)) throw error;
    const wallTime = Date.now() / 1000;
    const event = { type: 'finished', wallTime, step: 0, outcome: 'stopped' } as const;
    applyEvent(first, event);
    display.show(first, event);
    return undefined;
  } finally {
    line.end();
  }
}
