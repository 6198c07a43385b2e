import * as vscode from 'vscode';
import { exampleNames } from '../../experiment/examples/catalogue.ts';
import { Disposables, Throttle } from '../disposables.ts';
import { exampleUri, fileEnding } from './addresses.ts';

const pattern = `**/*${fileEnding}`;

/** Where experiments are: the files of the workspace, and the examples. */
export class ExperimentFiles extends Disposables {
  readonly #changed = this.add(new vscode.EventEmitter<void>());
  /** A file came, went or was changed. */
  readonly onDidChange = this.#changed.event;
  readonly examples: readonly vscode.Uri[] = exampleNames.map(exampleUri);

  constructor() {
    super();
    const watcher = this.add(vscode.workspace.createFileSystemWatcher(pattern));
    // A checkout changes many at once.
    const throttle = this.add(new Throttle(500, () => this.#changed.fire()));
    const changed = (): void => throttle.schedule();
    this.add(watcher.onDidCreate(changed));
    this.add(watcher.onDidChange(changed));
    this.add(watcher.onDidDelete(changed));
    this.add(vscode.workspace.onDidChangeWorkspaceFolders(changed));
  }

  /** By path. */
  async ofWorkspace(): Promise<vscode.Uri[]> {
    const found = await vscode.workspace.findFiles(pattern, '**/node_modules/**');
    return found.sort((a, b) => a.path.localeCompare(b.path));
  }
}
