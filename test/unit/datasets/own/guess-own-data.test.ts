import { expect, test } from 'vitest';
import { guessKind, guessOwnData } from '../../../../src/experiment/datasets/own/guess-own-data.ts';
import { ownDataSchema } from '../../../../src/experiment/datasets/own/own-data.ts';

test.each([
  ['photos', {}, 'image-folder'],
  ['/a.b/photos/', {}, 'image-folder'],
  ['photos', { masks: 'masks' }, 'mask-folder'],
  ['a.csv', {}, 'csv'],
  ['A.CSV.gz', {}, 'csv'],
  ['mnist.npz', {}, 'npz'],
  ['x.npy', { labels: 'y.npy' }, 'npy'],
  ['x.npy', {}, 'npy'],
  ['train-images-idx3-ubyte.gz', {}, 'idx'],
  ['train-images.idx3-ubyte', {}, 'idx'],
  ['images.idx', {}, 'idx'],
  ['images', { labels: 'labels' }, 'idx'],
  ['idx-photos', {}, 'image-folder'],
  ['csv', {}, 'image-folder'],
] as const)('%s with %j is %s', (path, hints, kind) => {
  expect(guessKind(path, hints)).toBe(kind);
});

test('what is guessed and said is data as an experiment file has them', () => {
  const parsed = (...of: Parameters<typeof guessOwnData>) =>
    ownDataSchema.parse(guessOwnData(...of));
  const size = { height: 8, width: 6 };
  expect(parsed('set', { ...size, colour: true })).toMatchObject({
    ...{ kind: 'image-folder', path: 'set', grey: false },
    ...size,
  });
  expect(parsed('set', {})).toMatchObject({ grey: true, height: 28, width: 28 });
  expect(parsed('a', { masks: 'b' })).toMatchObject({
    kind: 'mask-folder',
    images: 'a',
    masks: 'b',
  });
  expect(parsed('a', { labels: 'b' })).toMatchObject({ kind: 'idx', images: 'a', labels: 'b' });
  expect(parsed('a.csv', { ...size, colour: true })).toMatchObject({
    channels: 3,
    grey: false,
    ...size,
  });
  expect(parsed('a.csv', size)).toMatchObject({ channels: 1, grey: true });
  expect(parsed('a.npz', {})).toMatchObject({ kind: 'npz', path: 'a.npz' });
});
