import * as vscode from 'vscode';
import type { ParsedExperiment } from '../../experiment/experiment-file.ts';
import { variantsOf } from '../../experiment/run-places.ts';
import { studyNames, type StudyName } from '../../insight/studies/catalogue.ts';
import { message, type Message, type Translator } from '../../l10n.ts';
import { Disposables } from '../disposables.ts';
import { studyItem } from '../studies/study-items.ts';
import { emptyItem, experimentItem, variantItem } from './experiment-items.ts';
import type { ExperimentFiles } from './experiment-files.ts';
import { readExperiment } from './read-experiment.ts';

export type ExperimentNode = RootNode | EmptyNode | FileNode | VariantNode | StudyNode;

export interface RootNode {
  readonly type: 'examples' | 'workspace' | 'studies';
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

/** A claim that can be put to the test. */
export interface StudyNode {
  readonly type: 'study';
  readonly study: StudyName;
}

/** The experiments of the workspace and the examples, with their variants, and the studies. */
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
    if (parent === undefined)
      return [{ type: 'workspace' }, { type: 'examples' }, { type: 'studies' }];
    if (parent.type === 'variant' || parent.type === 'empty' || parent.type === 'study') return [];
    if (parent.type === 'studies') return studyNames.map((study) => ({ type: 'study', study }));
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
      case 'study':
        return studyItem(node.study, this.t);
      default:
        return this.#rootItem(node);
    }
  }

  async #fileNode(uri: vscode.Uri): Promise<FileNode> {
    return { type: 'file', uri, parsed: await readExperiment(uri, this.t) };
  }

  #rootItem({ type }: RootNode): vscode.TreeItem {
    const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    const { label, icon } = roots[type];
    const isWorkspace = type === 'workspace';
    const item = new vscode.TreeItem(this.t(label), isWorkspace ? Expanded : Collapsed);
    item.id = type;
    item.contextValue = `experiments.${type}`;
    item.iconPath = new vscode.ThemeIcon(icon);
    return item;
  }
}

const roots: Record<RootNode['type'], { label: Message; icon: string }> = {
  workspace: { label: message('Workspace'), icon: 'root-folder' },
  examples: { label: message('Examples'), icon: 'library' },
  studies: { label: message('Studies'), icon: 'mortar-board' },
};

/** None for a base alone. */
function variantNodes(file: FileNode): VariantNode[] {
  if (!file.parsed.ok) return [];
  const variants = variantsOf(file.parsed.experiment.runs);
  return variants.map((variant) => ({ type: 'variant', file, variant }));
}
