import type { FileSource } from '../experiment/datasets/own/file-source.ts';
import type { Message } from '../l10n.ts';
import type { FromWorker, ToWorker } from '../protocol.ts';

/* Beside what every worker says, one in a browser asks its host for files, which it has none of. */

export type ToWebWorker =
  | { readonly type: 'training'; readonly message: ToWorker }
  | { readonly type: 'file'; readonly id: number; readonly answer: FileAnswer };

export type FromWebWorker =
  | { readonly type: 'training'; readonly message: FromWorker }
  | { readonly type: 'ask'; readonly id: number; readonly question: FileQuestion }
  /** It has done what it was asked for, and ends. */
  | { readonly type: 'ended' };

export interface FileQuestion {
  readonly of: keyof FileSource;
  readonly path: string;
}

export type FileAnswer =
  | { readonly ok: true; readonly value: Awaited<ReturnType<FileSource[keyof FileSource]>> }
  /** A `LossLabError` has a reason; what only a bug explains has its text. */
  | { readonly ok: false; readonly reason: Message | string };
