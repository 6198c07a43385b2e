import { describe, expect, it } from 'vitest';
import { flip, mirror } from '../../../src/experiment/augmentations/flip.ts';
import { shift, shiftBy } from '../../../src/experiment/augmentations/shift.ts';
import { seeded } from '../../../src/experiment/random.ts';
import { ascending, picture, scratchFor } from './pictures.ts';

describe('a shift', () => {
  it('moves pixels and their classes down and right, and zeros come in', () => {
    const image = picture(3, ascending(9), ascending(9));
    shiftBy(image, scratchFor(image), 1, 2);
    expect([...image.pixels]).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 4]);
    expect([...(image.labels ?? [])]).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 4]);
  });

  it('moves up and left where it is negative', () => {
    const image = picture(3, ascending(6));
    shiftBy(image, scratchFor(image), -1, -1);
    expect([...image.pixels]).toEqual([5, 6, 0, 0, 0, 0]);
  });

  it('keeps the channels of a pixel together', () => {
    const image = picture(2, [1, 2, 3, 4, 5, 6], null, 3);
    shiftBy(image, scratchFor(image), 0, 1);
    expect([...image.pixels]).toEqual([0, 0, 0, 1, 2, 3]);
  });

  it('further than the image is long leaves nothing', () => {
    const image = picture(2, ascending(4));
    shiftBy(image, scratchFor(image), 0, 5);
    expect([...image.pixels]).toEqual([0, 0, 0, 0]);
  });

  it('of up to 2 pixels reaches each of the 25 places equally often, and no other', () => {
    const random = seeded(1);
    const seen = new Map<number, number>();
    const centre = picture(7, new Array<number>(49).fill(0));
    for (let round = 0; round < 5000; round++) {
      centre.pixels.fill(0).fill(1, 24, 25);
      shift.transform(centre, scratchFor(centre), 2, random);
      const place = centre.pixels.indexOf(1);
      seen.set(place, (seen.get(place) ?? 0) + 1);
    }
    const places = [...seen.keys()];
    const within = (place: number): boolean =>
      Math.abs(Math.floor(place / 7) - 3) <= 2 && Math.abs((place % 7) - 3) <= 2;
    expect(places).toHaveLength(25);
    expect(places.every(within)).toBe(true);
    const chiSquare = [...seen.values()].reduce((sum, n) => sum + (n - 200) ** 2 / 200, 0);
    // 24 degrees of freedom: above 58 once in 10,000 seeds.
    expect(chiSquare).toBeLessThan(58);
  });
});

describe('a flip', () => {
  it('turns every row around, of even and of odd length, classes too', () => {
    const odd = picture(3, ascending(6), ascending(6));
    mirror(odd);
    expect([...odd.pixels]).toEqual([3, 2, 1, 6, 5, 4]);
    expect([...(odd.labels ?? [])]).toEqual([3, 2, 1, 6, 5, 4]);
    const even = picture(4, ascending(8));
    mirror(even);
    expect([...even.pixels]).toEqual([4, 3, 2, 1, 8, 7, 6, 5]);
  });

  it('keeps the channels of a pixel in order', () => {
    const image = picture(2, [1, 2, 3, 4, 5, 6], null, 3);
    mirror(image);
    expect([...image.pixels]).toEqual([4, 5, 6, 1, 2, 3]);
  });

  it('keeps every value, and twice brings the image back', () => {
    const random = seeded(2);
    const values = Array.from({ length: 30 }, () => Math.fround(random.uniform()));
    const image = picture(5, values);
    mirror(image);
    expect([...image.pixels].sort()).toEqual([...values].sort());
    expect([...image.pixels]).not.toEqual(values);
    mirror(image);
    expect([...image.pixels]).toEqual(values);
  });

  it('happens to half of the images', () => {
    const random = seeded(3);
    let flipped = 0;
    for (let round = 0; round < 4000; round++) {
      const image = picture(2, [1, 2]);
      flip.transform(image, scratchFor(image), true, random);
      flipped += image.pixels[0] === 2 ? 1 : 0;
    }
    // Five standard deviations of the binomial distribution.
    expect(Math.abs(flipped - 2000)).toBeLessThan(5 * Math.sqrt(1000));
  });
});
