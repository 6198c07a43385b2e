import { describe, expect, it } from 'vitest';
import { wholeOwnData } from '../../../../src/experiment/datasets/own/own-data.ts';
import {
  readOwnData,
  type OwnTrainingData,
} from '../../../../src/experiment/datasets/own/read-own-data.ts';
import { fixture, MemoryFiles, problemOf } from './files.ts';
import { imagesOf, six } from './images.ts';

describe('readOwnData of NPZ', () => {
  const read = (
    name: string,
    more: { images?: string; labels?: string } = {},
  ): Promise<OwnTrainingData> =>
    readOwnData(
      wholeOwnData({ kind: 'npz', path: name, ...more }),
      new MemoryFiles({ [name]: fixture(name) }),
    );

  it.each(['npz/stored.npz', 'npz/deflated.npz', 'npz/other-names.npz'])(
    'finds images and labels in %s',
    async (name) => {
      expect(imagesOf(await read(name))).toEqual(six);
    },
  );

  it('takes the entries that are named', async () => {
    const data = await read('npz/other-names.npz', { images: 'pictures', labels: 'targets' });
    expect(imagesOf(data)).toEqual(six);
  });

  it('names the entries where one is missing or does not do', async () => {
    expect(await problemOf(() => read('npz/stored.npz', { labels: 'y' }))).toBe(
      'npz/stored.npz: it has no entry “y”. Name one of these: note, x_train, y_train',
    );
    expect(await problemOf(() => read('npz/stored.npz', { images: 'note' }))).toContain(
      'npz/stored.npz, entry “note”: its values are of type',
    );
    expect(await problemOf(() => read('npz/other-names.npz', { labels: 'scores' }))).toContain(
      'entry “scores”: it has 5 labels for 6 images.',
    );
  });

  it('refuses an archive that is cut off, wherever it is cut', async () => {
    const bytes = fixture('npz/deflated.npz');
    const own = wholeOwnData({ kind: 'npz', path: 'a' });
    for (let length = 1; length < bytes.length; length += 5) {
      const files = new MemoryFiles({ a: bytes.subarray(0, length) });
      expect(await problemOf(() => readOwnData(own, files))).toContain('a: it is not an NPZ file');
    }
  });
});
