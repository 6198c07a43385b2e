/** What of an image belongs to the article on it, for a scene to take. */
export interface CutOut {
  /** Where each pixel lies in a scene, row by row, with the article's square at its upper left. */
  readonly places: readonly number[];
  /** The brightness of each. */
  readonly values: readonly number[];
}

/** A pixel is the article's from this brightness on; what is darker is the black around it. */
const threshold = 0.12;

/**
 * The article on a square image of `from` pixels a side, averaged by area to `to` ≤ `from` a side, for
 * scenes of `sceneSide` ≥ `to`.
 */
export function cutOut(image: Float32Array, from: number, to: number, sceneSide: number): CutOut {
  const places: number[] = [];
  const values: number[] = [];
  for (let y = 0; y < to; y++) {
    for (let x = 0; x < to; x++) {
      const value = areaMean(image, from, to, x, y);
      if (value < threshold) continue;
      places.push(y * sceneSide + x);
      values.push(value);
    }
  }
  return { places, values };
}

/** The mean of what pixel (x, y) of the smaller image covers, pixels at its edges counted in part. */
function areaMean(image: Float32Array, from: number, to: number, x: number, y: number): number {
  const left = (x * from) / to;
  const right = ((x + 1) * from) / to;
  const top = (y * from) / to;
  const bottom = ((y + 1) * from) / to;
  let sum = 0;
  for (let row = Math.floor(top); row < bottom; row++) {
    const tall = Math.min(row + 1, bottom) - Math.max(row, top);
    for (let column = Math.floor(left); column < right; column++) {
      const wide = Math.min(column + 1, right) - Math.max(column, left);
      sum += tall * wide * (image[row * from + column] ?? 0);
    }
  }
  return sum / ((right - left) * (bottom - top));
}
