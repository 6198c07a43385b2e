import type { Picture } from './picture.ts';

/** Pixels of the picture to a CSS pixel, for screens and print of high density. */
const density = 2;

/** A PNG in base64; undefined where the browser cannot make one. */
export function picturePng(picture: Picture): string | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = picture.width * density;
  canvas.height = picture.height * density;
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  context.scale(density, density);
  picture.paint(context, 1 / density);
  return canvas.toDataURL('image/png').split(',', 2)[1];
}
