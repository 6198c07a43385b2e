import * as assert from './assert.ts';
import { lab, small } from './lab.ts';
import { Scratch } from './scratch.ts';

describe('A person’s own loss', () => {
  const outside = new Scratch('own loss');
  after(() => outside.remove());

  it('outside the folders of the workspace is not run, and nothing is started beside it', async () => {
    const api = await lab();
    const code = 'export default (tf, y, z) => tf.mean(tf.mul(y, z));';
    const module = await outside.write(code, 'loss.mjs');
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
