/** What of a `vscode.Uri` makes its address. */
export interface Located {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
  readonly fsPath: string;
}

/**
 * A file by a text that paths can be put behind: its path on this machine, elsewhere
 * `scheme://authority/path` with nothing in it escaped. `uriOf` is the way back.
 */
export function addressOf({ scheme, authority, path, fsPath }: Located): string {
  return scheme === 'file' ? fsPath : `${scheme}://${authority}${path}`;
}
