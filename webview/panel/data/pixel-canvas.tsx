import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePage } from '../../context.ts';
import { maskColour } from './mask-colours.ts';
import type { Picture } from './picture.ts';

interface Props {
  readonly height: number;
  readonly width: number;
  /** What a pixel is, as red, green and blue. */
  readonly colourOf: (pixel: number) => readonly [number, number, number];
  /** Drawn anew when it changes. */
  readonly of: Uint8Array;
  /** What it shows, for those who do not see it. */
  readonly label: string;
}

/** An image as it is, a square a pixel. */
function PixelCanvas({ height, width, colourOf, of, label }: Props): JSX.Element {
  const { theme } = usePage();
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(width, height);
    for (let pixel = 0; pixel < height * width; pixel++)
      image.data.set([...colourOf(pixel), 255], 4 * pixel);
    context.putImageData(image, 0, 0);
  }, [of, height, width, theme]);
  return (
    <canvas
      class="pixels"
      ref={canvas}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    />
  );
}

export function PictureCanvas({
  picture,
  label,
}: {
  readonly picture: Picture;
  readonly label: string;
}): JSX.Element {
  const { height, width, channels, pixels } = picture;
  const at = (pixel: number, channel: number): number => pixels[pixel * channels + channel] ?? 0;
  const colourOf = (pixel: number): [number, number, number] =>
    channels === 1
      ? [at(pixel, 0), at(pixel, 0), at(pixel, 0)]
      : [at(pixel, 0), at(pixel, 1), at(pixel, 2)];
  return (
    <PixelCanvas height={height} width={width} of={pixels} colourOf={colourOf} label={label} />
  );
}

/** A class for every pixel. */
export function MaskCanvas({
  mask,
  of: { height, width },
  label,
}: {
  readonly mask: Uint8Array;
  readonly of: Pick<Picture, 'height' | 'width'>;
  readonly label: string;
}): JSX.Element {
  const colourOf = (pixel: number): readonly [number, number, number] =>
    maskColour(mask[pixel] ?? 255);
  return <PixelCanvas height={height} width={width} of={mask} colourOf={colourOf} label={label} />;
}
