import type { AddressFiles } from '../address-files.ts';
import { temporaryEnding } from '../run-files.ts';

/** In one step: whoever looks finds the old content or the new one, whole. */
export async function replace(
  files: AddressFiles,
  file: string,
  content: Uint8Array,
): Promise<void> {
  const temporary = `${file}${temporaryEnding}`;
  try {
    await files.write(temporary, content);
    await files.rename(temporary, file);
  } catch (error) {
    await files.remove(temporary).catch(() => undefined); // The room is for what is more important.
    throw error;
  }
}
