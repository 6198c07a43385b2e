import * as vscode from 'vscode';
import { articleUri } from './addresses.ts';

/** Beside the panel, as read; as text where there is no preview of Markdown. */
export async function showArticlePage(): Promise<void> {
  // Its commands are not listed before something has activated it.
  if (vscode.extensions.getExtension('vscode.markdown-language-features') !== undefined) {
    await vscode.commands.executeCommand('markdown.showPreviewToSide', articleUri);
  } else {
    await vscode.window.showTextDocument(articleUri, { viewColumn: vscode.ViewColumn.Beside });
  }
}
