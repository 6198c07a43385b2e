import { describe, expect, it } from 'vitest';
import { erase, eraseShare } from '../../../src/experiment/augmentations/erase.ts';
import { seeded } from '../../../src/experiment/random.ts';
import { ascending, picture, scratchFor } from './pictures.ts';

const [height, width] = [20, 30];

/** The bounds of what was erased; every pixel was 2, which no noise is. */
function erased(pixels: Float32Array): { area: number; tall: number; wide: number } {
  const places = [...pixels.keys()].filter((i) => pixels[i] !== 2);
  const rows = places.map((i) => Math.floor(i / width));
  const columns = places.map((i) => i % width);
  const tall = Math.max(...rows) - Math.min(...rows) + 1;
  const wide = Math.max(...columns) - Math.min(...columns) + 1;
  return { area: places.length, tall, wide };
}

describe('erasing', () => {
  it('fills one whole rectangle with the share of the area, as near as whole pixels allow', () => {
    const random = seeded(1);
    for (const share of [0.02, 0.1, 0.3, 0.5, 0.9]) {
      for (let round = 0; round < 50; round++) {
        const image = picture(width, new Array<number>(height * width).fill(2));
        eraseShare(image, share, random);
        const { area, tall, wide } = erased(image.pixels);
        expect(area).toBe(tall * wide);
        expect(Math.abs(area - share * height * width)).toBeLessThanOrEqual(tall / 2);
      }
    }
  });

  it('fills the whole image at a share of 1, and one pixel at the least', () => {
    const image = picture(width, new Array<number>(height * width).fill(2));
    eraseShare(image, 1e-6, seeded(1));
    expect(erased(image.pixels).area).toBe(1);
    eraseShare(image, 1, seeded(1));
    expect(erased(image.pixels).area).toBe(height * width);
  });

  it('reaches every pixel, and fills with noise that is uniform in 0..1', () => {
    const random = seeded(2);
    const reached = new Set<number>();
    const noise: number[] = [];
    for (let round = 0; round < 300; round++) {
      const image = picture(width, new Array<number>(height * width).fill(2));
      eraseShare(image, 0.2, random);
      image.pixels.forEach((value, i) => {
        if (value === 2) return;
        reached.add(i);
        noise.push(value);
      });
    }
    expect(reached.size).toBe(height * width);
    const mean = noise.reduce((sum, value) => sum + value, 0) / noise.length;
    const variance = noise.reduce((sum, value) => sum + (value - mean) ** 2, 0) / noise.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / noise.length));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / noise.length));
    expect(noise.every((value) => value >= 0 && value <= 1)).toBe(true);
  });

  it('leaves the classes of pixels, and fills all channels', () => {
    const image = picture(2, new Array<number>(12).fill(2), ascending(4), 3);
    eraseShare(image, 1, seeded(3));
    expect([...(image.labels ?? [])]).toEqual([1, 2, 3, 4]);
    expect(image.pixels.includes(2)).toBe(false);
  });

  it('happens to half of the images', () => {
    const random = seeded(4);
    let touched = 0;
    for (let round = 0; round < 4000; round++) {
      const image = picture(2, [2, 2, 2, 2]);
      erase.transform(image, scratchFor(image), 0.5, random);
      touched += image.pixels.some((value) => value !== 2) ? 1 : 0;
    }
    expect(Math.abs(touched - 2000)).toBeLessThan(5 * Math.sqrt(1000));
  });
});
