import { toBase64 } from '../../base64.ts';
import { LossLabError } from '../../error.ts';
import type { DatasetBytes } from '../../experiment/datasets/dataset.ts';
import type { DatasetSpec } from '../../experiment/datasets/dataset-spec.ts';
import { losses } from '../../experiment/losses/catalogue.ts';
import { message, type Message } from '../../l10n.ts';
import type { Platform } from '../../platform/platform.ts';
import type { RunFiles } from '../../platform/run-files.ts';
import type { WasmBinaries } from '../../protocol.ts';
import type {
  Answer,
  ExamplesAnswer,
  LabelsAnswer,
  PointAnswer,
  PredictionsAnswer,
  Question,
  RefusedAnswer,
} from '../../question.ts';
import { batchAt } from '../../run/at-step.ts';
import { hardestAt } from '../../run/hardest.ts';
import { learningRateOf } from '../../run/learning-rate.ts';
import { isActive, type Run } from '../../run/run.ts';
import type { RunStore } from '../../run/store.ts';
import { Disposables } from '../disposables.ts';
import { outputsAnswer, type OutputsSource } from './outputs.ts';
import { outcomeOf } from './outcome.ts';
import { chosenImages, picturesOf } from './pictures.ts';
import { RunImages } from './run-images.ts';
import { WorkerQuestions } from './worker-questions.ts';

/** What answering needs of its surroundings. */
export interface AnswerMeans {
  /** The files of a data set of the catalogue; null where it has none. */
  readonly bytes: (name: DatasetSpec['name']) => Promise<DatasetBytes | null>;
  readonly runFiles: Pick<RunFiles, 'readCheckpoint'> & OutputsSource;
  readonly wasm: () => Promise<WasmBinaries>;
  readonly explain: (error: unknown) => Message;
}

/** Answers what pages ask of runs. */
export class Answers extends Disposables {
  readonly #images: RunImages;
  readonly #workers: WorkerQuestions;

  constructor(
    readonly store: RunStore,
    readonly platform: Pick<Platform, 'startWorker'>,
    readonly means: AnswerMeans,
  ) {
    super();
    this.#workers = this.add(new WorkerQuestions(platform));
    this.#images = this.add(new RunImages(this.#workers, means.bytes));
  }

  /** Never rejects. */
  readonly answer = async (question: Question): Promise<Answer> => {
    const run = this.store.get(question.runId);
    if (!run) return { type: 'refused', reason: message('The run has been deleted.') };
    switch (question.type) {
      case 'labels':
        return this.#orRefused(() => this.#labels(run));
      case 'examples':
        return this.#orRefused(() => this.#examples(run, 'validation', question.images));
      case 'predictions':
        return this.#orRefused(() => this.#predictions(run, question.images));
      case 'outputs':
        return this.#orRefused(() => outputsAnswer(run, question.epoch, this.means.runFiles));
      case 'point':
        return this.#point(run, question.step);
    }
  };

  async #orRefused<T extends Answer>(answer: () => Promise<T>): Promise<T | RefusedAnswer> {
    try {
      return await answer();
    } catch (error) {
      return { type: 'refused', reason: this.means.explain(error) };
    }
  }

  async #labels(run: Run): Promise<LabelsAnswer> {
    const { labels, labelsPerImage } = (await this.#images.of(run)).validation;
    return { type: 'labels', labels: labelsPerImage === 1 ? toBase64(labels) : '' };
  }

  async #examples(
    run: Run,
    part: 'train' | 'validation',
    places: readonly number[],
  ): Promise<ExamplesAnswer> {
    const data = await this.#images.of(run);
    return { type: 'examples', pictures: picturesOf(chosenImages(data[part], places)) };
  }

  async #predictions(run: Run, places: readonly number[]): Promise<PredictionsAnswer> {
    const { id, spec } = run.identity;
    const from = await this.means.runFiles.readCheckpoint(id, 'last');
    if (!from) throw noCheckpoint(run);
    const { validation, classes } = await this.#images.of(run);
    const images = chosenImages(validation, places);
    const wasm = await this.means.wasm();
    const question = { type: 'predict', model: spec.model, classes, images, from, wasm } as const;
    const { epoch, logits } = await this.#workers.predict(question);
    const outcome = outcomeOf(logits, images, losses[spec.loss.name].activation);
    return { type: 'predictions', epoch, outcome };
  }

  async #point(run: Run, step: number): Promise<PointAnswer> {
    const rate = learningRateOf(run, step, (id) => this.store.get(id)) ?? null;
    const hardest = hardestAt(run, step) ?? null;
    const pictures =
      hardest && (await this.#orRefused(() => this.#examples(run, 'train', hardest.images)));
    return { type: 'point', batch: batchAt(run, step) ?? null, rate, hardest, pictures };
  }
}

function noCheckpoint({ identity: { name }, state }: Run): LossLabError {
  const reason = isActive(state)
    ? message(
        '“{name}” has no checkpoint yet. One is kept every 5 s, from the end of the first epoch on, and whenever the run pauses.',
        { name },
      )
    : message('“{name}” has no checkpoint, so what it predicts cannot be found out any more.', {
        name,
      });
  return new LossLabError(reason);
}
