import * as vscode from 'vscode';
import { articleUri } from './addresses.ts';

/** Beside the panel, as read; as text where there is no preview of Markdown. */
export async function showArticlePage(): Promise<void> {
  const commands = await vscode.commands.getCommands(true);
  if (commands.includes('markdown.showPreviewToSide')) {
    await vscode.commands.executeCommand('markdown.showPreviewToSide', articleUri);
  } else {
    await vscode.window.showTextDocument(articleUri, { viewColumn: vscode.ViewColumn.Beside });
  }
}
