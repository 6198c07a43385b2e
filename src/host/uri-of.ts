import * as vscode from 'vscode';

/** The way back from `addressOf`. */
export function uriOf(address: string): vscode.Uri {
  const [, scheme, authority, path] = /^([a-z][\w+.-]+):\/\/([^/]*)(.*)$/is.exec(address) ?? [];
  if (scheme === undefined || authority === undefined || path === undefined)
    return vscode.Uri.file(address);
  return vscode.Uri.from({ scheme, authority, path });
}
