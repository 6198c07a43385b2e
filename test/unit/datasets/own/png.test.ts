import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../../../src/experiment/datasets/own/image.ts';
import { expectedOf, fixture, problemOf } from './files.ts';

const decoded = (name: string): number[] => [...decodePicture(fixture(name), name).values];

describe('decodePicture of a PNG', () => {
  it.each([
    ['png/grey-8.png', 255],
    ['png/grey-1.png', 255],
    ['png/grey-16.png', 65535],
    ['png/colour-8.png', 255],
    ['png/palette-1.png', 255],
    ['png/palette-2.png', 255],
    ['png/palette-4.png', 255],
    ['png/palette-8.png', 255],
    ['png/key-colour.png', 255],
  ])('reads %s as Pillow does', (name, highest) => {
    const { height, width, values } = expectedOf(name);
    expect(decodePicture(fixture(name), name)).toMatchObject({ height, width });
    expect(decoded(name)).toEqual(values.map((value) => Math.fround(value / highest)));
  });

  it('composites what is transparent on black, as Pillow does up to its rounding', () => {
    const { values } = expectedOf('png/opacity-8.png');
    const differences = decoded('png/opacity-8.png').map((v, i) =>
      Math.abs(255 * v - (values[i] ?? 0)),
    );
    expect(Math.max(...differences)).toBeLessThanOrEqual(0.51);
  });

  it('reads it by its content, whatever its name', () => {
    expect(decodePicture(fixture('png/grey-8.png'), 'a.jpg').channels).toBe(1);
  });

  it('reads a view that does not begin where its buffer does', () => {
    const bytes = fixture('png/grey-16.png');
    const view = new Uint8Array(bytes.length + 3);
    view.set(bytes, 3);
    expect([...decodePicture(view.subarray(3), 'a.png').values]).toEqual(
      decoded('png/grey-16.png'),
    );
  });

  it('refuses one that is cut off, wherever it is cut, and names it', async () => {
    const bytes = fixture('png/colour-8.png');
    for (let length = 0; length < bytes.length; length++) {
      const problem = await problemOf(() => decodePicture(bytes.subarray(0, length), 'cat/a.png'));
      expect(problem, String(length)).toMatch(/^cat\/a\.png: /);
    }
  });

  it('refuses a wrong byte anywhere behind the signature', async () => {
    const bytes = fixture('png/grey-8.png');
    for (let at = 8; at < bytes.length; at++) {
      const wrong = Uint8Array.from(bytes);
      wrong[at] = (wrong[at] ?? 0) ^ 1;
      expect(await problemOf(() => decodePicture(wrong, 'a.png')), String(at)).toContain('a.png: ');
    }
  });

  it('refuses a size that no memory holds, before it makes room for it', async () => {
    const wrong = fixture('png/grey-8.png');
    new DataView(wrong.buffer).setUint32(16, 2 ** 31 - 1);
    expect(await problemOf(() => decodePicture(wrong, 'a.png'))).toBe(
      'a.png: at 5 × 2,147,483,647 pixels it has over 50 million, the most for one image. Make it smaller.',
    );
  });

  it('reads an interlaced one of 8 bits, and refuses one of fewer, which the library reads wrongly', async () => {
    const data = Uint8Array.from({ length: 35 }, (_, i) => 7 * i);
    const interlaced = encode({ width: 7, height: 5, data, channels: 1 }, { interlace: 'Adam7' });
    expect([...decodePicture(interlaced, 'a.png').values]).toEqual(
      [...data].map((value) => Math.fround(value / 255)),
    );
    const small = fixture('png/palette-4.png');
    small[28] = 1;
    expect(await problemOf(() => decodePicture(small, 'a.png'))).toContain(
      'Save it without interlacing',
    );
  });

  it('refuses what is neither PNG nor JPEG', async () => {
    const gif = new TextEncoder().encode('GIF89a');
    expect(await problemOf(() => decodePicture(gif, 'a.png'))).toBe(
      'a.png: it is neither PNG nor JPEG. Convert it or remove it.',
    );
  });
});
