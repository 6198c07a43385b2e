import type { Random } from '../random.ts';

/** The greatest that each adds: 0.35 together, darker than most articles, not than all. */
const shade = 0.15;
const relief = 0.12;
const grain = 0.08;

/** Stretches a side between two knots of the relief. */
const cells = 4;

/**
 * Paints [side, side] with an even shade, soft light on it and grain. Sums, products and
 * quotients alone, so that every platform gives the same bits.
 */
export function paintTexture(pixels: Float32Array, side: number, random: Random): void {
  const base = shade * random.uniform();
  const knots = Float64Array.from(
    { length: (cells + 1) ** 2 },
    () => base + relief * random.uniform(),
  );
  paintRelief(pixels, side, knots);
  addGrain(pixels, (grain * random.uniform()) / 255, random);
}

/** Bilinear interpolation between [cells + 1, cells + 1] knots. */
function paintRelief(pixels: Float32Array, side: number, knots: Float64Array): void {
  for (let y = 0, i = 0; y < side; y++) {
    const row = Math.floor((y * cells) / side);
    const down = (y * cells) / side - row;
    for (let x = 0; x < side; x++, i++) {
      const column = Math.floor((x * cells) / side);
      const right = (x * cells) / side - column;
      const knot = row * (cells + 1) + column;
      const above = mix(knots[knot], knots[knot + 1], right);
      const below = mix(knots[knot + cells + 1], knots[knot + cells + 2], right);
      pixels[i] = mix(above, below, down);
    }
  }
}

function mix(from = 0, to = 0, part: number): number {
  return from + (to - from) * part;
}

/** Every draw of 32 bits has grain for four pixels. */
function addGrain(pixels: Float32Array, unit: number, random: Random): void {
  for (let i = 0, bits = 0; i < pixels.length; i++, bits >>>= 8) {
    if (i % 4 === 0) bits = random.next();
    pixels[i] = (pixels[i] ?? 0) + unit * (bits & 255);
  }
}
