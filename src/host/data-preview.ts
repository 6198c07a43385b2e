import * as vscode from 'vscode';
import { datasets } from '../experiment/datasets/catalogue.ts';
import { datasetFacts, type DatasetSpec } from '../experiment/datasets/dataset-spec.ts';
import { loadDataset } from '../experiment/datasets/load.ts';
import { previewOwnData, type OwnPreview } from '../experiment/datasets/own/preview.ts';
import { resolveOwnPaths } from '../experiment/datasets/own/resolve-paths.ts';
import { previewDataset } from '../experiment/datasets/preview-dataset.ts';
import { message, type Translator } from '../l10n.ts';
import type { Platform } from '../platform/platform.ts';
import { addressOf } from './address-of.ts';
import { dataTarget } from './data-target.ts';
import { Disposables } from './disposables.ts';
import type { TrainingInputs } from './training-inputs.ts';
import { previewHtml } from './views/preview-html.ts';
import { StaticPanel } from './views/static-panel.ts';

/** Shows what images a data set has, before it is trained on: one panel, of what was asked for last. */
export class DataPreview extends Disposables {
  readonly #panel = this.add(new StaticPanel('lossLab.preview'));

  constructor(
    readonly inputs: TrainingInputs,
    readonly platform: Platform,
    readonly t: Translator,
  ) {
    super();
  }

  /** What is shown; undefined without a panel. For tests. */
  get html(): string | undefined {
    return this.#panel.html;
  }

  /**
   * @param argument see `dataTarget`; without one, a folder is asked for
   * @throws LossLabError if the data cannot be read
   */
  async show(argument?: unknown): Promise<void> {
    const target = argument ?? (await this.#askForFolder());
    if (target === undefined) return;
    const dataset = dataTarget(target);
    const title = this.t(message('{data} – preview', { data: datasetFacts(dataset).label }));
    const options = { location: vscode.ProgressLocation.Window, title };
    const preview = await vscode.window.withProgress(options, () => this.#preview(dataset));
    this.#panel.show(title, (nonce) => previewHtml(preview, title, this.t, nonce));
  }

  async #askForFolder(): Promise<vscode.Uri | undefined> {
    const [folder] =
      (await vscode.window.showOpenDialog({
        canSelectFiles: false,
        canSelectFolders: true,
        title: this.t(message('Preview which images? A folder with a subfolder for each class')),
        openLabel: this.t(message('Preview')),
      })) ?? [];
    return folder;
  }

  async #preview({ name, own }: DatasetSpec): Promise<OwnPreview> {
    const [first] = vscode.workspace.workspaceFolders ?? [];
    const folder = first ? addressOf(first.uri) : '/';
    if (own) return previewOwnData(resolveOwnPaths(own, folder), this.platform.files);
    if (name === 'own') throw new Error('Own data without a place');
    const data = await loadDataset(name, await this.inputs.dataset(name));
    return previewDataset(data, datasets[name].classLabels.map(this.t));
  }
}
