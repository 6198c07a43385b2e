import { LossLabError } from '../error.ts';
import { message } from '../l10n.ts';

/** What `write` gives. @throws LossLabError that says of the folder why it cannot be written */
export async function written<T>(folder: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    const reason = message(
      '{folder} cannot be written: {cause}. Mend the access or make room, then try again.',
      { folder, cause: cause instanceof Error ? cause.message : String(cause) },
    );
    throw new LossLabError(reason, { cause });
  }
}
