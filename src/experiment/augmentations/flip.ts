import * as z from 'zod/mini';
import { message } from '../../l10n.ts';
import { described } from '../schema/described.ts';
import type { AugmentationKind, Picture } from './augmentation-kind.ts';

/** Setting: whether each image is turned left to right with probability one half. */
export const flip: AugmentationKind<boolean> = {
  label: message('Flip left to right'),
  use: message('For things that look the same in a mirror: clothes, but not digits.'),
  source: 'https://doi.org/10.1145/3065386',
  schema: described(
    z.boolean(),
    message('Whether each training image is turned left to right with probability one half.'),
  ),
  off: false,
  transform: (picture, _scratch, _on, random) => {
    if (random.uniform() < 0.5) mirror(picture);
  },
};

export function mirror({ height, width, channels, pixels, labels }: Picture): void {
  for (let y = 0; y < height; y++) {
    for (let x = 0; 2 * x < width - 1; x++) {
      const left = y * width + x;
      const right = y * width + (width - 1 - x);
      for (let c = 0; c < channels; c++) swap(pixels, left * channels + c, right * channels + c);
      if (labels) swap(labels, left, right);
    }
  }
}

function swap(values: Float32Array | Uint8Array, a: number, b: number): void {
  const kept = values[a] ?? 0;
  values[a] = values[b] ?? 0;
  values[b] = kept;
}
