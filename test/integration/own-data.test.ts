import { encode } from 'fast-png';
import * as assert from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { lab, untilState } from './lab.ts';

describe('A person’s own data', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'loss-lab-own-data-'));
  const own = { kind: 'image-folder', path: folder, height: 4, width: 4 };

  before(() => {
    for (const [name, grey] of [
      ['<dark>', 30],
      ['light', 220],
    ] as const) {
      // prettier-ignore
      mkdirSync(path.join(folder, name));
      for (let i = 0; i < 20; i++) {
        const data = Uint8Array.from({ length: 16 }, () => grey + i);
        const png = encode({ height: 4, width: 4, channels: 1, data });
        writeFileSync(path.join(folder, name, `${i}.png`), png);
      }
    }
  });
  after(() => rmSync(folder, { recursive: true }));

  it('are trained on, with the names of their classes', async () => {
    const api = await lab();
    const [run] = await api.start({ dataset: { own }, model: 'softmax-regression', epochs: 2 });
    assert.ok(run);
    await untilState(api, [run], 'completed');
    assert.deepEqual(run.setting?.classNames, ['<dark>', 'light']);
    assert.equal(run.setting?.trainCount, 32);
  });

  it('that are not there fail the run with their place', async () => {
    const api = await lab();
    const gone = { ...own, path: path.join(folder, 'gone') };
    const [run] = await api.start({ dataset: { own: gone } });
    assert.ok(run);
    await untilState(api, [run], 'failed');
    assert.match(JSON.stringify(run.reason), /it does not exist/);
  });

  it('are shown by Preview Data, in a page without a script', async () => {
    const api = await lab();
    await vscode.commands.executeCommand('lossLab.previewData', own);
    const html = api.parts.preview.html ?? '';
    assert.match(html, /40 images of 4 × 4 pixels in grey, 2 classes/);
    assert.match(html, /&#60;dark&#62; <span>20 images/);
    assert.equal(html.match(/<img /g)?.length, 10);
    assert.doesNotMatch(html, /<script/);
    await vscode.commands.executeCommand('lossLab.previewData', { name: 'digits' });
    assert.equal(api.parts.preview.html?.match(/<img /g)?.length, 50);
  });
});
