import { describe, expect, it } from 'vitest';
import { decodePicture, inGrey } from '../../../../src/experiment/datasets/own/image.ts';
import { expectedOf, fixture, problemOf } from './files.ts';

/** Greatest difference to Pillow's values, of 255. */
function furthest(values: Float32Array, name: string): number {
  const expected = expectedOf(name).values;
  expect(values.length).toBe(expected.length);
  return Math.max(...expected.map((value, i) => Math.abs(value - 255 * (values[i] ?? NaN))));
}

describe('decodePicture of a JPEG', () => {
  // libjpeg and this decoder round the cosine transform and the colours differently, by a level each.
  it.each(['jpeg/full-chroma.jpg', 'jpeg/progressive.jpg'])('reads %s within 3 of 255', (name) => {
    expect(furthest(decodePicture(fixture(name), name).values, name)).toBeLessThanOrEqual(3.001);
  });

  it('reads chroma of half the size within 16 of 255, as it is repeated where Pillow interpolates', () => {
    const name = 'jpeg/half-chroma.jpg';
    expect(furthest(decodePicture(fixture(name), name).values, name)).toBeLessThanOrEqual(16);
  });

  it('reads a grey one within 1 of 255', () => {
    const name = 'jpeg/grey.jpg';
    const grey = inGrey(decodePicture(fixture(name), name)).values;
    expect(furthest(grey, name)).toBeLessThanOrEqual(1.001);
  });

  it('refuses one that is cut off, wherever it is cut, and names it', async () => {
    const bytes = fixture('jpeg/full-chroma.jpg');
    for (let length = 0; length < bytes.length - 2; length += 7) {
      const problem = await problemOf(() => decodePicture(bytes.subarray(0, length), 'cat/a.jpg'));
      expect(problem, String(length)).toMatch(/^cat\/a\.jpg: /);
    }
  });

  it('refuses a size over 50 million pixels', async () => {
    const bytes = fixture('jpeg/grey.jpg');
    const frame = bytes.findIndex((byte, i) => byte === 0xff && bytes[i + 1] === 0xc0);
    new DataView(bytes.buffer).setUint32(frame + 5, 0xffffffff);
    expect(await problemOf(() => decodePicture(bytes, 'a.jpg'))).toMatch(
      /^a\.jpg: .*cannot be decoded/,
    );
  });
});

describe('inGrey', () => {
  it('is the luma of Rec. 601', () => {
    const values = Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1);
    const grey = inGrey({ height: 2, width: 2, channels: 3, values }).values;
    [0.299, 0.587, 0.114, 1].forEach((value, i) => expect(grey[i]).toBeCloseTo(value, 6));
  });
});
