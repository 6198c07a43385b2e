import * as vscode from 'vscode';
import { count, message, type Translator } from '../l10n.ts';
import type { OpenNotice } from './reading-progress.ts';

/** VS Code's notification of something that takes its time and can be cancelled. */
export function readingNotice(t: Translator): OpenNotice {
  return ({ identity: { name } }, cancel) => {
    let close: () => void = () => undefined;
    let report: (text: string, increment: number) => void = () => undefined;
    let shown = 0;
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: name,
      cancellable: true,
    };
    void vscode.window.withProgress(options, (progress, token) => {
      report = (text, increment) => progress.report({ message: text, increment });
      token.onCancellationRequested(cancel);
      return new Promise<void>((resolve) => (close = resolve));
    });
    return {
      report: ({ done, total }) => {
        const part = (100 * done) / Math.max(1, total);
        const counts = { done: count(done), total: count(total) };
        report(t(message('Reading images: {done} of {total}', counts)), part - shown);
        shown = part;
      },
      close: () => close(),
    };
  };
}
