import * as vscode from 'vscode';
import * as assert from './assert.ts';

describe('The extension', () => {
  it('is there under its identifier and activates', async () => {
    const extension = vscode.extensions.getExtension('loss-lab.loss-lab');
    assert.ok(extension, 'loss-lab.loss-lab is not installed');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
