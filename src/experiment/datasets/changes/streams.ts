import { seeded, type Random } from '../../random.ts';

/** What of a data set is drawn by lot, each by a stream of its own. */
const uses = [
  'share',
  'imbalance',
  'label-noise',
  'train-labels',
  'validation-labels',
  'train-images',
  'validation-images',
] as const;

export type ChangeUse = (typeof uses)[number];

/** A family of its own, a long jump from the streams of the training; a use is a jump from the next. */
export function changeStream(seed: number, use: ChangeUse): Random {
  const random = seeded(seed).longJump();
  for (let jumps = uses.indexOf(use); jumps > 0; jumps--) random.jump();
  return random;
}
