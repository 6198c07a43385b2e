import { paintFigure, type Figure } from './figure.ts';

/** Pixels of the picture to a CSS pixel, for screens and print of high density. */
export const density = 2;

/** A plot as a PNG, in base64; undefined where the browser cannot make one. */
export function plotPng(figure: Figure): string | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = figure.width * density;
  canvas.height = figure.height * density;
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  context.scale(density, density);
  paintFigure(context, { ...figure, pixel: 1 / density });
  return canvas.toDataURL('image/png').split(',', 2)[1];
}
