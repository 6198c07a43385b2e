import { message } from '../../l10n.ts';
import { between, described } from '../schema/described.ts';
import {
  copyInto,
  outsideLabel,
  type AugmentationKind,
  type Picture,
} from './augmentation-kind.ts';

/** Setting: the most degrees, either way. */
export const rotate: AugmentationKind<number> = {
  label: message('Rotate'),
  use: message(
    'What an image shows does not depend on how it is held; a 6 and a 9 bear less than 90°.',
  ),
  source: 'https://doi.org/10.1109/ICDAR.2003.1227801',
  schema: described(
    between(0, 180),
    message('The most degrees by which a training image is rotated either way; 0 for none.'),
  ),
  off: 0,
  transform: (picture, scratch, degrees, random) => {
    rotateBy(picture, scratch, (((2 * random.uniform() - 1) * degrees) / 180) * Math.PI);
  },
};

/**
 * Anticlockwise about the middle, by bilinear interpolation with zeros outside; a pixel's class is that
 * of the nearest.
 *
 * The pixel at (x, y) from the middle, y downwards, shows what was at the place that the rotation brings
 * there: (x cos a − y sin a, x sin a + y cos a).
 */
export function rotateBy(picture: Picture, scratch: Picture, angle: number): void {
  const { height, width, channels, pixels, labels } = picture;
  copyInto(scratch, picture);
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let row = 0, place = 0; row < height; row++) {
    const y = row - middleY;
    for (let column = 0; column < width; column++, place++) {
      const x = column - middleX;
      const fromX = x * cos - y * sin + middleX;
      const fromY = x * sin + y * cos + middleY;
      for (let channel = 0; channel < channels; channel++) {
        pixels[place * channels + channel] = bilinear(scratch, fromX, fromY, channel);
      }
      if (labels) labels[place] = nearestLabel(scratch, fromX, fromY);
    }
  }
}

function bilinear(picture: Picture, x: number, y: number, channel: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = x - left;
  const down = y - top;
  const above =
    (1 - right) * pixel(picture, left, top, channel) +
    right * pixel(picture, left + 1, top, channel);
  const below =
    (1 - right) * pixel(picture, left, top + 1, channel) +
    right * pixel(picture, left + 1, top + 1, channel);
  return (1 - down) * above + down * below;
}

function pixel(picture: Picture, x: number, y: number, channel: number): number {
  const { height, width, channels, pixels } = picture;
  if (x < 0 || x >= width || y < 0 || y >= height) return 0;
  return pixels[(y * width + x) * channels + channel] ?? 0;
}

function nearestLabel({ height, width, labels }: Picture, x: number, y: number): number {
  const column = Math.round(x);
  const row = Math.round(y);
  if (column < 0 || column >= width || row < 0 || row >= height) return outsideLabel;
  return labels?.[row * width + column] ?? outsideLabel;
}
