import type { Rgb } from '../../../src/run/colours.ts';

type Matrix = readonly Rgb[];

/**
 * How a colour looks to an eye that lacks one kind of cone: linear RGB in, linear RGB out. Machado,
 * Oliveira & Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
 * TVCG 15(6), 2009, their table for severity 1.0.
 */
export const eyes: Readonly<Record<string, Matrix>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** How far apart two colours (0..255) look to an eye: their distance in OKLab, where black to white is 1. */
export function apartTo(eye: Matrix, a: Rgb, b: Rgb): number {
  const [p, q] = [a, b].map((colour) => okLab(times(eye, linear(colour)).map(clipped)));
  return Math.hypot(...(p ?? []).map((value, i) => value - (q?.[i] ?? NaN)));
}

/** Björn Ottosson, "A perceptual color space for image processing", 2020: from linear sRGB in 0..1. */
function okLab(rgb: readonly number[]): number[] {
  const lms = times(toCones, rgb).map(Math.cbrt);
  return times(toLab, lms);
}

const toCones: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];

const toLab: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

function times(matrix: Matrix, vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, value, i) => sum + value * (vector[i] ?? NaN), 0));
}

/** sRGB in 0..255 → linear light in 0..1. */
function linear(colour: Rgb): number[] {
  return colour.map((value) => {
    const c = value / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
}

/** A colour that a screen cannot show is shown as the nearest in each channel. */
const clipped = (value: number): number => Math.min(Math.max(value, 0), 1);
