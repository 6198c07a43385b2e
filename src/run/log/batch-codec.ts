import type { BatchEvent, HardestImages } from '../event.ts';
import type { Occurrence } from './event-proto.ts';
import { isCount } from './guards.ts';
import { scalar, type Scalars } from './scalars.ts';
import type { SummaryValue } from './summary-proto.ts';

const lossTag = 'batch/loss';
const accuracyTag = 'batch/accuracy';
const hardestTag = 'batch/hardest';

/**
 * Two scalars, and the hardest images as one tensor of their places and then their losses: float32 holds
 * every whole number up to 2²⁴, more images than any data set here has.
 */
export function encodeBatch({ loss, accuracy, hardest }: BatchEvent): SummaryValue[] {
  const scalars = [scalar(lossTag, loss), scalar(accuracyTag, accuracy)];
  if (!hardest) return scalars;
  const values = [...hardest.images, ...hardest.losses];
  return [...scalars, { type: 'tensor', tag: hardestTag, values }];
}

export function decodeBatch(scalars: Scalars, when: Occurrence): BatchEvent | undefined {
  const loss = scalars.get(lossTag);
  const accuracy = scalars.get(accuracyTag);
  if (loss === undefined || accuracy === undefined) return undefined;
  const hardest = hardestFrom(scalars.tensor(hardestTag));
  return { type: 'batch', ...when, loss, accuracy, ...(hardest && { hardest }) };
}

/** A run can do without what an older version did not write, or what is damaged. */
function hardestFrom(values: readonly number[] | undefined): HardestImages | undefined {
  if (!values || values.length % 2 !== 0) return undefined;
  const images = values.slice(0, values.length / 2);
  return images.every(isCount) ? { images, losses: values.slice(images.length) } : undefined;
}
