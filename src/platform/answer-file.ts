import { LossLabError } from '../error.ts';
import type { FileSource } from '../experiment/datasets/own/file-source.ts';
import type { FileAnswer, FileQuestion } from './worker-messages.ts';

/** What the host answers a worker that asks for a file. Never rejects. */
export async function answerFile(
  { of, path }: FileQuestion,
  files: FileSource,
): Promise<FileAnswer> {
  try {
    return { ok: true, value: await files[of](path) };
  } catch (error) {
    const reason = error instanceof LossLabError ? error.reason : String(error);
    return { ok: false, reason };
  }
}
