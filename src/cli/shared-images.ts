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

/** The images of run after run, read anew only for another data set. */
export class SharedImages {
  #data: TrainingData | undefined;
  #dataset = '';

  constructor(
    readonly display: Display,
    readonly where: Where,
    readonly t: Translator,
  ) {}

  /**
   * Undefined if Ctrl+C came while they were read: the run is told as stopped, and leaves no folder.
   * @throws LossLabError if they cannot be read
   */
  async of(run: Run): Promise<TrainingData | undefined> {
    const { name, own } = run.identity.spec.dataset;
    const dataset = JSON.stringify([name, own]);
    if (dataset !== this.#dataset) this.#data = await this.#read(run);
    this.#dataset = dataset;
    return this.#data;
  }

  async #read(run: Run): Promise<TrainingData | undefined> {
    const { root, terminal, signal } = this.where;
    const line = new ReadingLine(terminal, this.t);
    const isCancelled = (): boolean => signal.aborted;
    const onProgress = (done: number, total: number): void => line.show(done, total);
    try {
      return await readData(root, run.identity.spec.dataset, { isCancelled, onProgress });
    } catch (error) {
      if (!(error instanceof ReadingCancelled)) throw error;
      const wallTime = Date.now() / 1000;
      const event = { type: 'finished', wallTime, step: 0, outcome: 'stopped' } as const;
      applyEvent(run, event);
      this.display.show(run, event);
      return undefined;
    } finally {
      line.end();
    }
  }
}
