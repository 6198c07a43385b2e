import { LossLabError } from '../../error.ts';
import { count, message, type Message } from '../../l10n.ts';

/** A data file that cannot be used. `reason` names the file, what is wrong and what to do. */
export class DatasetError extends LossLabError {
  constructor(file: string, problem: Message, options?: ErrorOptions) {
    const reason = message(
      'The data file {file} cannot be used: {problem} Reinstall Loss Lab, or in its source folder run "node scripts/make-datasets.mjs".',
      { file, problem },
    );
    super(reason, options);
  }
}

/** An array of unsigned bytes, row-major. */
export interface IdxArray {
  readonly shape: readonly number[];
  readonly data: Uint8Array;
}

/** The error of a file that is not as it should be; `problem` is a sentence about it. */
type Refuse = (file: string, problem: Message) => LossLabError;

const refuseShipped: Refuse = (file, problem) => new DatasetError(file, problem);

/** Two zero bytes and the code of unsigned bytes; the number of dimensions follows. */
const unsignedByteMagic = 0x000008;

/**
 * Reads the IDX format of unsigned bytes (http://yann.lecun.com/exdb/mnist/): a magic number, each
 * dimension as a big-endian uint32, the data. The data is a view of `bytes`, not a copy.
 * @throws what `refuse` makes, by default a DatasetError naming `file`
 */
export function parseIdx(bytes: Uint8Array, file: string, refuse = refuseShipped): IdxArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4) throw refuse(file, truncated(bytes.length, 4));
  if (view.getUint32(0) >>> 8 !== unsignedByteMagic) {
    throw refuse(file, message('it is not an IDX file of unsigned bytes.'));
  }
  const dimensions = view.getUint8(3);
  const headerSize = 4 + 4 * dimensions;
  if (bytes.length < headerSize) throw refuse(file, truncated(bytes.length, headerSize));
  const shape = Array.from({ length: dimensions }, (_, index) => view.getUint32(4 + 4 * index));
  checkSize(
    bytes.length,
    headerSize + shape.reduce((size, length) => size * length, 1),
    file,
    refuse,
  );
  return { shape, data: bytes.subarray(headerSize) };
}

function checkSize(actual: number, expected: number, file: string, refuse: Refuse): void {
  if (actual < expected) throw refuse(file, truncated(actual, expected));
  if (actual > expected) {
    const problem = message('{extra} bytes follow after its end.', {
      extra: count(actual - expected),
    });
    throw refuse(file, problem);
  }
}

function truncated(actual: number, expected: number): Message {
  return message('it is cut off, at {actual} bytes instead of {expected}.', {
    actual: count(actual),
    expected: count(expected),
  });
}
