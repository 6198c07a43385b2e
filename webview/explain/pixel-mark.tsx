import type { JSX } from 'preact';
import type { Picture } from '../panel/data/picture.ts';

interface Props {
  /** May be shrunk, but is of the image's shape. */
  readonly picture: Pick<Picture, 'height' | 'width'>;
  /** Row by row, of so many. */
  readonly pixel: number;
  readonly pixels: number;
}

/** A frame around one pixel of an image; told by the number of the pixel beside it. */
export function PixelMark({ picture: { height, width }, pixel, pixels }: Props): JSX.Element {
  const columns = Math.round(Math.sqrt((pixels * width) / height));
  const rows = pixels / columns;
  const [x, y] = [pixel % columns, Math.floor(pixel / columns)];
  // The picture is a square, in which an image that is none lies in the middle.
  const scale = 100 / Math.max(columns, rows);
  const style = {
    left: `${scale * (x + 0.5) + (100 - scale * columns) / 2}%`,
    top: `${scale * (y + 0.5) + (100 - scale * rows) / 2}%`,
  };
  return <span class="pixel-mark" style={style} />;
}
