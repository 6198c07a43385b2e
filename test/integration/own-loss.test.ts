import * as assert from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lab, small } from './lab.ts';

describe('A person’s own loss', () => {
  const outside = mkdtempSync(path.join(tmpdir(), 'loss-lab-own-loss-'));
  after(() => rmSync(outside, { recursive: true }));

  it('outside the folders of the workspace is not run, and nothing is started beside it', async () => {
    const api = await lab();
    const module = path.join(outside, 'loss.mjs');
    writeFileSync(module, 'export default (tf, y, z) => tf.mean(tf.mul(y, z));');
    const before = api.runs.length;
    await assert.rejects(
      api.start(small, { ...small, loss: { name: 'own', module } }),
      /loss\.mjs (lies outside the folders of this workspace|is code of this workspace, which is not)/,
    );
    assert.equal(api.runs.length, before);
  });

  it('without its module is told as any other fault', async () => {
    const api = await lab();
    await assert.rejects(
      api.start({ ...small, loss: 'own' }),
      /loss\.module must be of type string/,
    );
  });
});
