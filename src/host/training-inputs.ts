import * as vscode from 'vscode';
import { LossLabError } from '../error.ts';
import { datasetFiles, eachPart, type DatasetBytes } from '../experiment/datasets/dataset.ts';
import { datasets } from '../experiment/datasets/catalogue.ts';
import type { DatasetSpec } from '../experiment/datasets/dataset-spec.ts';
import { message } from '../l10n.ts';
import type { RunFiles } from '../platform/run-files.ts';
import type { WasmBinaries } from '../protocol.ts';
import type { Run } from '../run/run.ts';
import { addressOf } from './address-of.ts';
import type { Preparation } from './job.ts';

/** Reads what a worker needs, from the extension's own files and the folder of the run. */
export class TrainingInputs {
  constructor(
    readonly extensionUri: vscode.Uri,
    readonly files: RunFiles,
  ) {}

  async prepare(run: Run): Promise<Preparation> {
    const { spec, continues } = run.identity;
    const [data, wasm] = await Promise.all([this.dataset(spec.dataset.name), this.wasm()]);
    const preparation = { type: 'train', spec, data, wasm } as const;
    return continues ? { ...preparation, from: await this.#checkpoint(run) } : preparation;
  }

  /** The folder of a run that continues another begins with the checkpoint of that. */
  async #checkpoint({ identity }: Run): Promise<Uint8Array> {
    const bytes = await this.files.readCheckpoint(identity.id, 'last');
    if (bytes) return bytes;
    throw new LossLabError(
      message('Its checkpoint is gone from {folder}. Continue the other run once more.', {
        folder: this.files.folderOf(identity.id),
      }),
    );
  }

  /** Null for a data set without files. */
  async dataset(name: DatasetSpec['name']): Promise<DatasetBytes | null> {
    const files = name === 'own' ? null : datasets[name].files;
    if (files === null) return null;
    return eachPart((part) => this.#read('media', 'datasets', files.folder, datasetFiles[part]));
  }

  async wasm(): Promise<WasmBinaries> {
    const [tfjs, kernels] = await Promise.all([
      this.#read('dist', 'tfjs-backend-wasm-simd.wasm'),
      this.#read('dist', 'kernels.wasm'),
    ]);
    return { tfjs, kernels };
  }

  async #read(...path: string[]): Promise<Uint8Array> {
    const uri = vscode.Uri.joinPath(this.extensionUri, ...path);
    try {
      return await vscode.workspace.fs.readFile(uri);
    } catch (cause) {
      const reason = message('{file} cannot be read. Install Loss Lab again to restore it.', {
        file: addressOf(uri),
      });
      throw new LossLabError(reason, { cause });
    }
  }
}
