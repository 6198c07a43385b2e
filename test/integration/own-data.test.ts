import { encode } from 'fast-png';
import * as vscode from 'vscode';
import * as assert from './assert.ts';
import { lab, untilState } from './lab.ts';
import { Scratch } from './scratch.ts';

describe('A person’s own data', () => {
  const scratch = new Scratch('own data');
  const size = { kind: 'image-folder', height: 4, width: 4 };
  let own: { readonly path: string };

  before(async () => {
    for (const [name, grey] of [
      ['<dark> #1?', 30],
      ['light', 220],
    ] as const) {
      // prettier-ignore
      for (let i = 0; i < 20; i++) {
        const data = Uint8Array.from({ length: 16 }, () => grey + i);
        const png = encode({ height: 4, width: 4, channels: 1, data });
        await scratch.write(png, name, `${i} & 100%.png`);
      }
    }
    own = { ...size, path: await scratch.address() };
  });
  after(() => scratch.remove());

  it('are trained on, with the names of their classes', async () => {
    const api = await lab();
    const [run] = await api.start({ dataset: { own }, model: 'softmax-regression', epochs: 2 });
    assert.ok(run);
    await untilState(api, [run], 'completed');
    assert.deepEqual(run.setting?.classNames, ['<dark> #1?', 'light']);
    assert.equal(run.setting?.trainCount, 32);
  });

  it('that are not there fail the run with their place', async () => {
    const api = await lab();
    const gone = { ...own, path: await scratch.address('gone') };
    const [run] = await api.start({ dataset: { own: gone } });
    assert.ok(run);
    await untilState(api, [run], 'failed');
    assert.match(JSON.stringify(run.reason), /own data\/gone.*it does not exist/);
  });

  it('are shown by Preview Data, in a page without a script', async () => {
    const api = await lab();
    await vscode.commands.executeCommand('lossLab.previewData', own);
    const html = api.parts.preview.html ?? '';
    assert.match(html, /40 images of 4 × 4 pixels in grey, 2 classes/);
    assert.match(html, /&#60;dark&#62; #1\? <span>20 images/);
    assert.equal(html.match(/<img /g)?.length, 10);
    assert.doesNotMatch(html, /<script/);
    await vscode.commands.executeCommand('lossLab.previewData', await scratch.uri());
    assert.match(api.parts.preview.html ?? '', /40 images of 28 × 28 pixels/);
    await vscode.commands.executeCommand('lossLab.previewData', { name: 'digits' });
    assert.equal(api.parts.preview.html?.match(/<img /g)?.length, 50);
  });
});
