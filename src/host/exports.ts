import * as vscode from 'vscode';
import { message, type Message, type Translator } from '../l10n.ts';
import type { FileKind, SaveMessage } from '../protocol.ts';

/** Writes what a page made to where a person wants it. */
export class Exports {
  /** Where the last file went. */
  #folder: vscode.Uri | undefined;

  /** @param home the path of a folder to begin with where no other is known */
  constructor(
    readonly home: string | undefined,
    readonly t: Translator,
    readonly log: vscode.LogOutputChannel,
  ) {}

  async save({ name, kind, data }: SaveMessage): Promise<void> {
    const proposed = this.#proposed(name);
    const file = await vscode.window.showSaveDialog({
      title: this.t(message('Export')),
      filters: { [this.t(kinds[kind])]: [kind] },
      ...(proposed && { defaultUri: proposed }),
    });
    if (file === undefined) return;
    try {
      await vscode.workspace.fs.writeFile(file, bytesOf(kind, data));
    } catch (error) {
      return this.#failed(file, error);
    }
    this.#folder = vscode.Uri.joinPath(file, '..');
    await this.#saved(file, kind);
  }

  async copy(text: string): Promise<void> {
    await vscode.env.clipboard.writeText(text);
    vscode.window.setStatusBarMessage(this.t(message('Copied as a Markdown table')), 3000);
  }

  /** Beside the last export, else in the first folder of the workspace, else at home. */
  #proposed(name: string): vscode.Uri | undefined {
    const known = this.#folder ?? vscode.workspace.workspaceFolders?.[0]?.uri;
    const folder = known ?? (this.home === undefined ? undefined : vscode.Uri.file(this.home));
    return folder && vscode.Uri.joinPath(folder, name);
  }

  async #saved(file: vscode.Uri, kind: FileKind): Promise<void> {
    const text = message('Exported to {file}', { file: nameOf(file) });
    const open = this.t(message('Open'));
    const reveal = this.t(message('Show in File Manager'));
    const isLocal = file.scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop;
    const buttons = isLocal ? [open, reveal] : [open];
    const answer = await vscode.window.showInformationMessage(this.t(text), ...buttons);
    if (answer === reveal) await vscode.commands.executeCommand('revealFileInOS', file);
    if (answer === open) await openFile(file, kind, isLocal);
  }

  #failed(file: vscode.Uri, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.log.error(`${file.toString()} was not written: ${reason}`);
    const text = message('{file} could not be written: {reason}', { file: nameOf(file), reason });
    void vscode.window.showErrorMessage(this.t(text));
  }
}

const kinds: Record<FileKind, Message> = {
  png: message('PNG picture'),
  svg: message('SVG picture'),
  csv: message('CSV table'),
  json: message('JSON'),
  html: message('HTML report'),
};

function nameOf(file: vscode.Uri): string {
  return file.path.split('/').at(-1) ?? file.path;
}

/** A report is for a browser; the rest VS Code shows itself. */
async function openFile(file: vscode.Uri, kind: FileKind, isLocal: boolean): Promise<void> {
  if (kind === 'html' && isLocal) await vscode.env.openExternal(file);
  else await vscode.commands.executeCommand('vscode.open', file);
}

function bytesOf(kind: FileKind, data: string): Uint8Array {
  if (kind !== 'png') return new TextEncoder().encode(data);
  return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
}
