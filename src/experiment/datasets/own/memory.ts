import { count, message, type Message } from '../../../l10n.ts';
import { DataError, type Place } from './data-error.ts';

const bytesPerMegabyte = 2 ** 20;
const bytesOfFloat = 4;

/**
 * Refuses pixels that take more memory than the person allows, as float32. They are counted once; an
 * array file lies beside them while it is read, and the rows of a CSV file take as much again.
 * @throws DataError that says how much they take
 */
export function checkMemory(place: Place, values: number, mostMegabytes: number): void {
  refuse(place, values * bytesOfFloat, mostMegabytes, (sizes) =>
    message(
      'its pixels would take {needed} MB of memory, and mostMegabytes allows {limit}. Use fewer or smaller images, or raise mostMegabytes.',
      sizes,
    ),
  );
}

/**
 * Refuses a file that takes more memory than the person allows, before it is read or unpacked.
 * @throws DataError that says how much it takes
 */
export function checkFileSize(place: Place, bytes: number, mostMegabytes: number): void {
  refuse(place, bytes, mostMegabytes, (sizes) =>
    message(
      'it would take {needed} MB of memory to read, and mostMegabytes allows {limit}. Split it, or raise mostMegabytes.',
      sizes,
    ),
  );
}

function refuse(
  place: Place,
  bytes: number,
  mostMegabytes: number,
  problem: (sizes: NonNullable<Message['args']>) => Message,
): void {
  const needed = bytes / bytesPerMegabyte;
  if (needed <= mostMegabytes) return;
  const sizes = { needed: count(Math.ceil(needed)), limit: count(mostMegabytes) };
  throw new DataError(place, problem(sizes));
}
