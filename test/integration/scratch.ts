import * as vscode from 'vscode';
import { addressOf } from '../../src/host/address-of.ts';
import { uriOf } from '../../src/host/uri-of.ts';
import { lab } from './lab.ts';

/** A folder for the files of a test, beside the runs: whatever this host can write. */
export class Scratch {
  constructor(readonly name: string) {}

  async uri(...path: string[]): Promise<vscode.Uri> {
    const runs = uriOf((await lab()).parts.lab.library.files.folder);
    return vscode.Uri.joinPath(runs, '..', 'tests', this.name, ...path);
  }

  /** Of a file that need not be there. */
  async address(...path: string[]): Promise<string> {
    return addressOf(await this.uri(...path));
  }

  async write(content: string | Uint8Array, ...path: string[]): Promise<string> {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await vscode.workspace.fs.writeFile(await this.uri(...path), bytes);
    return this.address(...path);
  }

  async remove(): Promise<void> {
    await vscode.workspace.fs.delete(await this.uri(), { recursive: true });
  }
}
