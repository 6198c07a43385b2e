import * as vscode from 'vscode';
import { LossLabError } from '../error.ts';
import { datasetFiles, eachPart, type DatasetBytes } from '../experiment/datasets/dataset.ts';
import { datasets, type DatasetName } from '../experiment/datasets/catalogue.ts';
import { message } from '../l10n.ts';
import type { WasmBinaries } from '../protocol.ts';
import type { Run } from '../run/run.ts';
import type { Preparation } from './job.ts';

/** Reads what a worker needs from the extension's own files. */
export class TrainingInputs {
  constructor(readonly extensionUri: vscode.Uri) {}

  async prepare(run: Run): Promise<Preparation> {
    const { spec } = run.identity;
    const [data, wasm] = await Promise.all([this.#dataset(spec.dataset.name), this.#wasm()]);
    return { type: 'train', spec, data, wasm };
  }

  /** Null for a data set without files. */
  async #dataset(name: DatasetName): Promise<DatasetBytes | null> {
    const { files } = datasets[name];
    if (files === null) return null;
    return eachPart((part) => this.#read('media', 'datasets', files.folder, datasetFiles[part]));
  }

  async #wasm(): Promise<WasmBinaries> {
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
        file: uri.fsPath,
      });
      throw new LossLabError(reason, { cause });
    }
  }
}
