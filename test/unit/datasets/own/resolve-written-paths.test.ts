import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  resolvePath,
  resolvePaths,
} from '../../../../src/experiment/datasets/own/resolve-paths.ts';

describe('A path', () => {
  const relative = ['a', './a/b', '../a', '../../x/./y', 'a//b', 'a/../b'];

  it.each(relative)('%s is resolved as Node does it, on POSIX and on Windows', (path) => {
    expect(resolvePath(path, '/home/me/lab')).toBe(posix.resolve('/home/me/lab', path));
    expect(resolvePath(path, 'C:\\me\\lab')).toBe(win32.resolve('C:\\me\\lab', path));
  });

  it.each(['/data', 'C:\\data', '\\\\server\\data', 'vscode-vfs://github/a'])(
    '%s that is absolute stays',
    (path) => {
      expect(resolvePath(path, '/home/me')).toBe(path);
    },
  );
});

describe('The paths of a spec', () => {
  const resolved = (own: object): unknown => resolvePaths({ dataset: { own } }, '/lab');

  it('are those of own data', () => {
    expect(resolved({ kind: 'idx', images: 'i', labels: 'l', height: 2 })).toEqual({
      dataset: { own: { kind: 'idx', images: '/lab/i', labels: '/lab/l', height: 2 } },
    });
    expect(resolved({ kind: 'mask-folder', images: 'i', masks: '/m' })).toEqual({
      dataset: { own: { kind: 'mask-folder', images: '/lab/i', masks: '/m' } },
    });
  });

  it('are not the names of arrays in an archive', () => {
    expect(resolved({ kind: 'npz', path: 'a.npz', images: 'x' })).toEqual({
      dataset: { own: { kind: 'npz', path: '/lab/a.npz', images: 'x' } },
    });
  });

  it('are those of a loss of one’s own', () => {
    expect(resolvePaths({ loss: { module: './loss.js' }, epochs: 3 }, '/lab')).toEqual({
      loss: { module: '/lab/loss.js' },
      epochs: 3,
    });
  });

  it.each([
    null,
    3,
    'x',
    [],
    { dataset: 'mnist', loss: 'huber' },
    { dataset: { own: { path: 3 } } },
  ])('are left out of account in %j', (value) => {
    expect(resolvePaths(value, '/lab')).toEqual(value);
  });
});
