import type { TrainingData } from '../experiment/datasets/dataset.ts';
import type { Message, Translator } from '../l10n.ts';
import { loadModule } from '../platform/node/load-module.ts';
import type { Continuation } from '../run/continue.ts';
import type { RunEvent } from '../run/event.ts';
import { applyEvent } from '../run/reduce.ts';
import type { Run } from '../run/run.ts';
import type { Backend } from '../training/backend/backend.ts';
import { TrainingControl } from '../training/control.ts';
import { endOf } from '../training/failure.ts';
import { ownLossOf } from '../training/own-loss.ts';
import { train, type TrainOptions } from '../training/trainer.ts';
import { RunRecorder } from './run-recorder.ts';
import { SharedImages } from './shared-images.ts';
import type { Surroundings } from './surroundings.ts';
import type { Display } from './terminal.ts';

/** Trains runs one after the other, each into a folder of its own, and shows what happens. */
export class RunTrainer {
  readonly #images: SharedImages;

  /** @param out folder of the run folders */
  constructor(
    readonly backend: Backend,
    readonly display: Display,
    readonly out: string,
    readonly around: Surroundings,
    readonly t: Translator,
  ) {
    this.#images = new SharedImages(display, around, t);
  }

  /**
   * Gives whether all came to their end: Ctrl+C leaves the rest.
   * @param continuation what they begin with
   * @throws LossLabError if images cannot be read or a folder cannot be made
   */
  async train(runs: readonly Run[], continuation?: Continuation): Promise<boolean> {
    const { signal } = this.around;
    for (const run of runs) {
      const data = await this.#images.of(run);
      if (!data || signal.aborted) return false;
      await this.#trainOne(run, data, continuation);
    }
    return !signal.aborted;
  }

  async #trainOne(run: Run, data: TrainingData, continuation?: Continuation): Promise<void> {
    const { signal, terminal } = this.around;
    const control = new TrainingControl();
    const stop = (): void => control.stop();
    signal.addEventListener('abort', stop);
    const tell = (problem: Message): void => terminal.warn(`${this.t(problem)}\n`);
    const recorder = await RunRecorder.open(run, this.out, tell, continuation?.past);
    try {
      const options = { from: continuation?.from, ...recorder.keeping };
      for await (const event of this.#events(run, data, control, options)) {
        applyEvent(run, event);
        await recorder.append(event);
        this.display.show(run, event);
      }
    } finally {
      signal.removeEventListener('abort', stop);
      await recorder.close();
    }
  }

  /** A failure that a person can do something about becomes the run's last event. */
  async *#events(
    run: Run,
    data: TrainingData,
    control: TrainingControl,
    options: TrainOptions,
  ): AsyncGenerator<RunEvent> {
    const { spec } = run.identity;
    try {
      const ownLoss = await ownLossOf(spec.loss, loadModule);
      yield* train(spec, data, control, this.backend, { ...options, ownLoss });
    } catch (error) {
      const end = endOf(error, run.step);
      if (!end) throw error;
      yield end;
    }
  }
}
