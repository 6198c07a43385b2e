import * as vscode from 'vscode';
import type { ParsedExperiment } from '../../experiment/experiment-file.ts';
import { variantsOf } from '../../experiment/run-places.ts';
import { message, type Translator } from '../../l10n.ts';
import { Disposables } from '../disposables.ts';
import { emptyItem, experimentItem, variantItem } from './experiment-items.ts';
import type { ExperimentFiles } from './experiment-files.ts';
import { readExperiment } from './read-experiment.ts';

export type ExperimentNode = RootNode | EmptyNode | FileNode | VariantNode;

export interface RootNode {
  readonly type: 'examples' | 'workspace';
}

/** In the place of the files of a workspace that has none. */
export interface EmptyNode {
  readonly type: 'empty';
}

/** A file, or an example. */
export interface FileNode {
  readonly type: 'file';
  readonly uri: vscode.Uri;
  readonly parsed: ParsedExperiment;
}

export interface VariantNode {
  readonly type: 'variant';
  readonly file: FileNode;
  readonly variant: number;
}

/** The experiments of the workspace and the examples, with their variants. */
export class ExperimentsTree
  extends Disposables
  implements vscode.TreeDataProvider<ExperimentNode>
{
  readonly #changed = this.add(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    readonly files: ExperimentFiles,
    readonly t: Translator,
  ) {
    super();
    this.add(files.onDidChange(() => this.#changed.fire(undefined)));
    this.add(vscode.window.createTreeView('lossLab.experiments', { treeDataProvider: this }));
  }

  async getChildren(parent?: ExperimentNode): Promise<ExperimentNode[]> {
    if (parent === undefined) return [{ type: 'workspace' }, { type: 'examples' }];
    if (parent.type === 'variant' || parent.type === 'empty') return [];
    if (parent.type === 'file') return variantNodes(parent);
    const isWorkspace = parent.type === 'workspace';
    const uris = isWorkspace ? await this.files.ofWorkspace() : this.files.examples;
    if (uris.length === 0) return [{ type: 'empty' }];
    return Promise.all(uris.map((uri) => this.#fileNode(uri)));
  }

  getTreeItem(node: ExperimentNode): vscode.TreeItem {
    switch (node.type) {
      case 'file':
        return experimentItem(node, this.t);
      case 'variant':
        return variantItem(node, this.t);
      case 'empty':
        return emptyItem(this.t);
      default:
        return this.#rootItem(node);
    }
  }

  async #fileNode(uri: vscode.Uri): Promise<FileNode> {
    return { type: 'file', uri, parsed: await readExperiment(uri, this.t) };
  }

  #rootItem({ type }: RootNode): vscode.TreeItem {
    const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    const isWorkspace = type === 'workspace';
    const label = isWorkspace ? message('Workspace') : message('Examples');
    const item = new vscode.TreeItem(this.t(label), isWorkspace ? Expanded : Collapsed);
    item.id = type;
    item.contextValue = `experiments.${type}`;
    item.iconPath = new vscode.ThemeIcon(isWorkspace ? 'root-folder' : 'library');
    return item;
  }
}

/** None for a base alone. */
function variantNodes(file: FileNode): VariantNode[] {
  if (!file.parsed.ok) return [];
  const variants = variantsOf(file.parsed.experiment.runs);
  return variants.map((variant) => ({ type: 'variant', file, variant }));
}
