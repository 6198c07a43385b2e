import { gunzipSync } from 'fflate';
import { message } from '../../../l10n.ts';
import { DataError } from './data-error.ts';
import type { FileSource } from './file-source.ts';
import { checkFileSize } from './memory.ts';

/** What whoever reads data may watch, stop and lend; without them it is read in silence. */
export interface Reading {
  /** Called about a hundred times, in images. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked about as often. */
  readonly isCancelled?: () => boolean;
  /** The platform's own, where it has a fast one. */
  readonly gunzip?: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
}

/** Reading was cancelled by `isCancelled`; nothing is wrong with the data. */
export class ReadingCancelled extends Error {
  override readonly name = 'ReadingCancelled';
}

/** Parts into which a long task is cut to report and to listen. */
const steps = 100;

/** Counts images, and now and then reports, listens for a cancellation, and lets others run. */
export class Progress {
  #step = -1;

  constructor(
    readonly reading: Reading,
    readonly total: number,
  ) {}

  /** @throws ReadingCancelled */
  async reached(done: number): Promise<void> {
    const step = Math.floor((done / Math.max(1, this.total)) * steps);
    if (step <= this.#step) return;
    this.#step = step;
    this.reading.onProgress?.(done, this.total);
    // A cancellation is a message, which is only received in a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    if (this.reading.isCancelled?.()) throw new ReadingCancelled();
  }
}

/**
 * A file's bytes, unpacked if they are gzip by their first two bytes. Its size is checked first, packed
 * and unpacked.
 * @throws DataError if it is empty, damaged, or takes more memory than the person allows
 */
export async function readFile(
  files: FileSource,
  path: string,
  { gunzip = gunzipSync }: Reading,
  mostMegabytes: number,
): Promise<Uint8Array> {
  checkFileSize(path, await files.size(path), mostMegabytes);
  const bytes = await files.read(path);
  if (bytes.length === 0) throw new DataError(path, message('it is empty. Give another file.'));
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  checkFileSize(path, unpackedSize(bytes), mostMegabytes);
  try {
    return await gunzip(bytes);
  } catch (cause) {
    const problem = message('this gzip file is damaged or cut off. Copy or download it anew.');
    throw new DataError(path, problem, { cause });
  }
}

/** RFC 1952: a gzip file ends with the size of its content modulo 2^32, little-endian. */
function unpackedSize(bytes: Uint8Array): number {
  if (bytes.length < 18) return 0;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
}
