import { describe, expect, it } from 'vitest';
import { rotate, rotateBy } from '../../../src/experiment/augmentations/rotate.ts';
import { seeded } from '../../../src/experiment/random.ts';
import { ascending, picture, scratchFor } from './pictures.ts';

const closeTo = (values: Iterable<number>, expected: readonly number[], digits = 5): void => {
  const actual = [...values];
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(actual[i]).toBeCloseTo(value, digits));
};

describe('a rotation', () => {
  it('by nothing changes nothing, to the bit', () => {
    const image = picture(4, ascending(12), ascending(12));
    rotateBy(image, scratchFor(image), 0);
    expect([...image.pixels]).toEqual(ascending(12));
    expect([...(image.labels ?? [])]).toEqual(ascending(12));
  });

  // numpy.rot90, which turns anticlockwise.
  it('by 90 degrees moves every pixel and its class to where it belongs', () => {
    const image = picture(3, ascending(9), ascending(9));
    rotateBy(image, scratchFor(image), Math.PI / 2);
    closeTo(image.pixels, [3, 6, 9, 2, 5, 8, 1, 4, 7]);
    expect([...(image.labels ?? [])]).toEqual([3, 6, 9, 2, 5, 8, 1, 4, 7]);
  });

  it('by 90 degrees of an image that is not square brings zeros in', () => {
    const image = picture(3, [1, 2, 3], [1, 2, 3]);
    rotateBy(image, scratchFor(image), Math.PI / 2);
    closeTo(image.pixels, [0, 2, 0]);
    expect([...(image.labels ?? [])]).toEqual([0, 2, 0]);
  });

  // torch.nn.functional.grid_sample, bilinear and nearest, with zeros outside.
  it('by 30 degrees has the values of PyTorch’s interpolation', () => {
    const image = picture(4, [0.1, 0.9, 0.3, 0.5, 0.2, 0.7, 0.8, 0.4, 0.6, 0, 1, 0.25], ascending(12)); // prettier-ignore
    rotateBy(image, scratchFor(image), Math.PI / 6);
    const expected = [0.253719, 0.494856, 0.47883, 0.288518, 0.270697, 0.744976, 0.828229, 0.420637, 0.172724, 0.345697, 0.382772, 0.297857]; // prettier-ignore
    closeTo(image.pixels, expected);
    expect([...(image.labels ?? [])]).toEqual([0, 3, 3, 8, 1, 6, 7, 12, 5, 10, 10, 0]);
  });

  it('turns every channel alike', () => {
    const image = picture(3, ascending(9).flatMap((value) => [value, 10 * value]), null, 2); // prettier-ignore
    rotateBy(image, scratchFor(image), Math.PI / 2);
    closeTo(
      image.pixels,
      [3, 6, 9, 2, 5, 8, 1, 4, 7].flatMap((value) => [value, 10 * value]),
      4,
    );
  });

  it('keeps the brightness of what lies away from the edge, and smooths: the energy does not grow', () => {
    for (const degrees of [7, 33, 45, 120, -80]) {
      const image = picture(21, bump(21));
      const before = sums(image.pixels);
      rotateBy(image, scratchFor(image), (degrees / 180) * Math.PI);
      const after = sums(image.pixels);
      expect(after.brightness / before.brightness).toBeCloseTo(1, 2);
      expect(after.energy).toBeLessThanOrEqual(before.energy * 1.0001);
      expect(after.energy).toBeGreaterThan(0.8 * before.energy);
    }
  });

  it('of up to 20 degrees takes angles uniformly from −20 to 20', () => {
    const random = seeded(1);
    // One bright pixel far out at the right of a wide image tells the angle by how high it comes to lie.
    const heights = Array.from({ length: 400 }, () => {
      const image = picture(201, new Array<number>(201 * 101).fill(0));
      image.pixels[50 * 201 + 200] = 1;
      rotate.transform(image, scratchFor(image), 20, random);
      return angleOf(image.pixels);
    });
    expect(Math.max(...heights)).toBeLessThan(20.5);
    expect(Math.min(...heights)).toBeGreaterThan(-20.5);
    const mean = heights.reduce((sum, angle) => sum + angle, 0) / heights.length;
    const variance = heights.reduce((sum, angle) => sum + angle ** 2, 0) / heights.length;
    // Five standard errors of U(−20, 20), whose variance is 400/3.
    expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(400 / 3 / 400));
    expect(Math.abs(variance - 400 / 3)).toBeLessThan(5 * Math.sqrt((20 ** 4 * 4) / 45 / 400));
  });
});

/** Two round hills of different height, well inside. */
function bump(side: number): number[] {
  const hill = (x: number, y: number): number => Math.exp(-(x * x + y * y) / 8);
  return Array.from({ length: side * side }, (_, i) => {
    const [x, y] = [(i % side) - (side - 1) / 2, Math.floor(i / side) - (side - 1) / 2];
    return hill(x - 2, y + 1) + 0.5 * hill(x + 3, y);
  });
}

function sums(pixels: Float32Array): { brightness: number; energy: number } {
  return {
    brightness: pixels.reduce((sum, value) => sum + value, 0),
    energy: pixels.reduce((sum, value) => sum + value * value, 0),
  };
}

/** Of the one bright spot around the middle of 101 by 201, in degrees anticlockwise. */
function angleOf(pixels: Float32Array): number {
  let [weight, x, y] = [0, 0, 0];
  pixels.forEach((value, i) => {
    weight += value;
    x += value * ((i % 201) - 100);
    y += value * (Math.floor(i / 201) - 50);
  });
  return (Math.atan2(-y / weight, x / weight) / Math.PI) * 180;
}
