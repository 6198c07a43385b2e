import { LossLabError } from '../../error.ts';
import { applyChanges } from '../../experiment/datasets/changes/apply-changes.ts';
import type { DatasetBytes, TrainingData } from '../../experiment/datasets/dataset.ts';
import type { DatasetSpec } from '../../experiment/datasets/dataset-spec.ts';
import { loadImages } from '../../experiment/datasets/load-images.ts';
import type { FileSource } from '../../experiment/datasets/own/file-source.ts';
import { message } from '../../l10n.ts';
import { encodeJson } from '../../run/json.ts';
import type { Run } from '../../run/run.ts';
import type { Disposable } from '../disposables.ts';

/** Milliseconds after the last question until the images are let go. */
const patience = 60_000;

/** Where images come from. */
export interface ImageMeans {
  /** The files of a data set of the catalogue; null where it has none. */
  readonly bytes: (name: DatasetSpec['name']) => Promise<DatasetBytes | null>;
  readonly files: FileSource;
}

/** The images of runs as they are trained on. Those of the last data set are kept for a minute, and no others. */
export class RunImages implements Disposable {
  #kept: { readonly key: string; readonly data: Promise<TrainingData> } | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(readonly means: ImageMeans) {}

  /**
   * With what is done to the data set before the training, augmentation excepted.
   * @throws LossLabError if the images cannot be read, or are not those that the run was trained on
   */
  async of(run: Run): Promise<TrainingData> {
    const { dataset, seed } = run.identity.spec;
    const data = applyChanges(await this.#read(dataset), dataset, seed);
    checkSame(run, data);
    return data;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#kept = undefined;
  }

  #read(dataset: DatasetSpec): Promise<TrainingData> {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.dispose(), patience);
    const key = encodeJson([dataset.name, dataset.own]);
    if (this.#kept?.key === key) return this.#kept.data;
    const data = this.#load(dataset);
    this.#kept = { key, data };
    data.catch(() => {
      // What is missing now may be there the next time.
      if (this.#kept?.data === data) this.#kept = undefined;
    });
    return data;
  }

  async #load(dataset: DatasetSpec): Promise<TrainingData> {
    const { bytes, files } = this.means;
    return loadImages(dataset, { bytes: await bytes(dataset.name), files });
  }
}

/** Own data can change after a run; then its losses and predictions are of other images. */
function checkSame({ identity: { name }, setting }: Run, data: TrainingData): void {
  if (!setting) throw new LossLabError(message('“{name}” has not started yet.', { name }));
  const isSame =
    setting.classes === data.classes &&
    setting.trainCount === data.train.count &&
    setting.validationCount === data.validation.count;
  if (isSame) return;
  throw new LossLabError(
    message(
      'The images are not those that “{name}” was trained on any more: there are more or fewer of them, or of other classes. Bring the data back to see them.',
      { name },
    ),
  );
}
