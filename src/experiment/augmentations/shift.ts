import * as z from 'zod/mini';
import { message } from '../../l10n.ts';
import { described } from '../schema/described.ts';
import {
  copyInto,
  outsideLabel,
  type AugmentationKind,
  type Picture,
} from './augmentation-kind.ts';

/** Setting: the most pixels, up or down and left or right each. */
export const shift: AugmentationKind<number> = {
  label: message('Shift'),
  use: message('What an image shows does not depend on where in it the thing lies.'),
  source: 'https://doi.org/10.1109/ICDAR.2003.1227801',
  schema: described(
    z.int().check(z.minimum(0), z.maximum(100)),
    message('The most pixels by which a training image is shifted each way; 0 for none.'),
  ),
  off: 0,
  transform: (picture, scratch, most, random) => {
    const down = random.below(2 * most + 1) - most;
    const right = random.below(2 * most + 1) - most;
    shiftBy(picture, scratch, down, right);
  },
};

/** By whole pixels, down and right; zeros come in. */
export function shiftBy(picture: Picture, scratch: Picture, down: number, right: number): void {
  const { height, width, channels, pixels, labels } = picture;
  copyInto(scratch, picture);
  for (let y = 0, place = 0; y < height; y++) {
    for (let x = 0; x < width; x++, place++) {
      const row = y - down;
      const column = x - right;
      const inside = row >= 0 && row < height && column >= 0 && column < width;
      const from = row * width + column;
      for (let channel = 0; channel < channels; channel++) {
        const value = inside ? (scratch.pixels[from * channels + channel] ?? 0) : 0;
        pixels[place * channels + channel] = value;
      }
      if (labels) labels[place] = inside ? (scratch.labels?.[from] ?? 0) : outsideLabel;
    }
  }
}
