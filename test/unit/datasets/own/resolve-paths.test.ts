import path from 'node:path';
import { expect, test } from 'vitest';
import { wholeOwnData } from '../../../../src/experiment/datasets/own/own-data.ts';
import {
  resolveOwnPaths,
  resolvePath,
  resolvePaths,
} from '../../../../src/experiment/datasets/own/resolve-paths.ts';

test.each([
  'set',
  './set',
  '../set',
  'a/./b/../c',
  '../../../../x',
  '/abs/x',
  '/abs/../y',
  '/',
  'a//b/',
  'a\\b',
  '我的/图',
])('%j is resolved as Node does on POSIX', (given) => {
  // prettier-ignore
  expect(resolvePath(given, '/work/files')).toBe(path.posix.resolve('/work/files', given));
});

test.each([
  'set',
  '.\\set',
  '..\\set',
  'a/b\\..\\c',
  '..\\..\\..\\x',
  'D:\\x',
  'D:/x/../y',
  'D:\\',
])('%j is resolved as Node does on Windows', (given) => {
  // prettier-ignore
  expect(resolvePath(given, 'C:\\work\\files')).toBe(path.win32.resolve('C:\\work\\files', given));
});

test.each([
  ['set', 'vfs://github/me/lab/set'],
  ['../set #1%', 'vfs://github/me/set #1%'],
  ['../../../../x', 'vfs://github/x'],
  ['/abs/x', 'vfs://github/abs/x'],
  ['other://host/x', 'other://host/x'],
  ['我的/图', 'vfs://github/me/lab/我的/图'],
])('%j is resolved against an address within what keeps it', (given, expected) => {
  expect(resolvePath(given, 'vfs://github/me/lab')).toBe(expected);
});

test('the files of every kind become absolute, names within a file do not', () => {
  const resolved = (written: Parameters<typeof wholeOwnData>[0]): object =>
    resolveOwnPaths(wholeOwnData(written), '/base');
  expect(resolved({ kind: 'image-folder', path: 'set' })).toMatchObject({ path: '/base/set' });
  expect(resolved({ kind: 'csv', path: 'a.csv', height: 1, width: 1 })).toMatchObject({
    path: '/base/a.csv',
    labelColumn: 0,
  });
  expect(resolved({ kind: 'npz', path: '../a.npz', images: 'x', labels: 'y' })).toMatchObject({
    ...{ path: '/a.npz', images: 'x', labels: 'y' },
  });
  for (const kind of ['idx', 'npy'] as const)
    expect(resolved({ kind, images: 'x', labels: '/y' })).toMatchObject({
      ...{ images: '/base/x', labels: '/y' },
    });
  expect(resolved({ kind: 'mask-folder', images: 'x', masks: 'y' })).toMatchObject({
    ...{ images: '/base/x', masks: '/base/y' },
  });
});

test('of a spec as it is written, own data and own loss are resolved, and nothing else is touched', () => {
  const written = {
    dataset: { own: { kind: 'npz', path: 'a.npz', images: 'x' }, share: 0.5 },
    loss: { name: 'own', module: './my-loss.mjs' },
    epochs: 'many',
  };
  expect(resolvePaths(written, '/w')).toEqual({
    dataset: { own: { kind: 'npz', path: '/w/a.npz', images: 'x' }, share: 0.5 },
    loss: { name: 'own', module: '/w/my-loss.mjs' },
    epochs: 'many',
  });
});

test('what is no spec stays as it is, for the parser to refuse', () => {
  for (const wrong of [
    null,
    3,
    [],
    'mlp',
    {},
    { dataset: 'mnist', loss: 'focal' },
    { dataset: { own: null }, loss: { name: 'own', module: 3 } },
    { dataset: { own: { kind: 'zip', path: 'a' } } },
    { dataset: { own: { kind: 'csv', path: '' } } },
  ])
    expect(resolvePaths(wrong, '/w')).toEqual(wrong);
});
