import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { wholeOwnData } from '../../../../src/experiment/datasets/own/own-data.ts';
import { readOwnData } from '../../../../src/experiment/datasets/own/read-own-data.ts';
import { NodeFileSource } from '../../../../src/platform/node/file-source.ts';
import { fixture, problemOf } from './files.ts';

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures/own-data');
const files = new NodeFileSource(fixtures);

describe('NodeFileSource', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'loss-lab-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads relative to its folder, and absolute paths', async () => {
    const bytes = fixture('png/grey-8.png');
    expect(new Uint8Array(await files.read('png/grey-8.png'))).toEqual(bytes);
    const absolute = path.join(fixtures, 'png/grey-8.png');
    expect(new Uint8Array(await new NodeFileSource(folder).read(absolute))).toEqual(bytes);
    expect(await files.size('png/grey-8.png')).toBe(bytes.length);
  });

  it('tells folders from files, also behind links', async () => {
    const entries = await files.list('.');
    expect(entries).toContainEqual({ name: 'png', isFolder: true });
    expect(entries).toContainEqual({ name: 'make.py', isFolder: false });
    symlinkSync(fixtures, path.join(folder, 'link'));
    symlinkSync('/nowhere/at/all', path.join(folder, 'broken'));
    expect(await new NodeFileSource(folder).list('')).toEqual(
      expect.arrayContaining([
        { name: 'link', isFolder: true },
        { name: 'broken', isFolder: false },
      ]),
    );
  });

  it('names what is missing, with its whole path', async () => {
    const missing = `${path.join(fixtures, 'no/such')}: it does not exist.`;
    expect(await problemOf(() => files.read('no/such'))).toContain(missing);
    expect(await problemOf(() => files.size('no/such'))).toContain(missing);
    expect(await problemOf(() => files.list('no/such'))).toContain(missing);
  });

  it('says where a folder was given for a file, and a file for a folder', async () => {
    expect(await problemOf(() => files.read('png'))).toContain('a file is expected here');
    expect(await problemOf(() => files.list('make.py'))).toContain('a folder is expected here');
  });

  it('serves a whole reading', async () => {
    const data = await readOwnData(wholeOwnData({ kind: 'npz', path: 'npz/deflated.npz' }), files);
    expect(data.train.count + data.validation.count).toBe(6);
  });
});
