import { LossLabError } from '../../error.ts';
import type { TrainingWorker } from '../../platform/platform.ts';
import type { TimeMessage } from '../../protocol.ts';
import type { Run } from '../../run/run.ts';
import type { Preparation } from '../job.ts';
import { WorkerGoneError, WorkerQuestions } from '../questions/worker-questions.ts';

export type Faster = 'wasm' | 'webgl';

/** What outlives the window: VS Code's `Memento` is one. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

export interface Workshops {
  readonly startOnProcessor: () => TrainingWorker;
  readonly startOnCard: () => TrainingWorker;
}

const memoryKey = 'lossLab.fasterBackend';

/** Remembers on what trainings like a run are faster on this machine, each kind measured once. */
export class MeasuredBackends {
  #isMeasuring = false;

  constructor(
    readonly memory: Memory,
    readonly prepare: (run: Run) => Promise<Preparation>,
    readonly log: (text: string) => void,
  ) {}

  fasterFor(run: Run): Faster | undefined {
    const found = this.#known[kindOf(run)];
    return found === 'wasm' || found === 'webgl' ? found : undefined;
  }

  /** Measures once; a machine without a card of its own counts as measured. */
  async measure(run: Run, workshops: Workshops): Promise<void> {
    if (this.#isMeasuring || !canBeMeasured(run) || this.fasterFor(run)) return;
    this.#isMeasuring = true;
    try {
      await this.#remember(run, await this.#compare(run, workshops));
    } catch (error) {
      // A worker that went with its page has measured nothing; the next run may.
      if (!(error instanceof LossLabError)) throw error;
      this.log(`Backends were not measured: ${error.message}`);
    } finally {
      this.#isMeasuring = false;
    }
  }

  async #compare(run: Run, { startOnCard, startOnProcessor }: Workshops): Promise<Faster> {
    const { spec, data, wasm } = await this.prepare(run);
    const speed = async (backend: Faster, startWorker: () => TrainingWorker): Promise<number> => {
      const question: TimeMessage = { type: 'time', spec, data, wasm, backend };
      const { imagesPerSecond } = await new WorkerQuestions({ startWorker }).time(question);
      this.log(`${kindOf(run)} on ${backend}: ${imagesPerSecond.toFixed(0)} images/s`);
      return imagesPerSecond;
    };
    const card = await speed('webgl', startOnCard).catch((error: unknown) => {
      if (error instanceof WorkerGoneError) throw error;
      this.log(`${kindOf(run)} not on webgl: ${String(error)}`);
      return 0;
    });
    if (card === 0) return 'wasm';
    return card > (await speed('wasm', startOnProcessor)) ? 'webgl' : 'wasm';
  }

  async #remember(run: Run, faster: Faster): Promise<void> {
    await this.memory.update(memoryKey, { ...this.#known, [kindOf(run)]: faster });
  }

  get #known(): Readonly<Record<string, unknown>> {
    const known = this.memory.get(memoryKey);
    return typeof known === 'object' && known !== null ? { ...known } : {};
  }
}

/** What the speed depends on. */
function kindOf({ identity: { spec } }: Run): string {
  const { dataset, model, batchSize } = spec;
  return JSON.stringify([dataset.name, model.name, model.size, model.style?.batchNorm, batchSize]);
}

/** Not where files of a person's own would have to be read, or their code run, for it. */
function canBeMeasured({ identity: { spec } }: Run): boolean {
  return spec.dataset.name !== 'own' && spec.loss.module === null;
}
