import * as vscode from 'vscode';
import { lossSpec } from '../../src/experiment/losses/loss-spec.ts';
import * as assert from './assert.ts';
import { lab, long, sleep, small, until, untilState } from './lab.ts';

describe('Comparison', () => {
  it('Compare Cross-Entropy and MSE starts two runs that differ in the loss alone, and opens the panel', async () => {
    const api = await lab();
    const before = new Set(api.runs);
    await vscode.commands.executeCommand('lossLab.compareCrossEntropyAndMse');
    const runs = api.runs.filter((run) => !before.has(run));
    assert.deepEqual(
      runs.map((run) => run.identity.spec.loss),
      [lossSpec('cross-entropy'), lossSpec('mean-squared-error')],
    );
    const [first, second] = runs.map((run) => ({ ...run.identity.spec, loss: undefined }));
    assert.deepEqual(first, second);
    await until(api, 'the first epoch of both', () =>
      runs.every((run) => run.epochs.epoch.length > 1),
    );
    api.control('stop');
    await untilState(api, runs, 'stopped');
    assert.ok(panelTab(), 'the panel is not open');
  });

  it('both runs begin with the same weights: epoch 0 measures the same', async () => {
    const api = await lab();
    const runs = await api.start(small, { ...small, loss: { name: 'mean-squared-error' } });
    await untilState(api, runs, 'completed');
    const [first, second] = runs.map((run) => ({
      accuracy: run.epochs.validation.accuracy[0],
      crossEntropy: run.epochs.validation.losses['cross-entropy'][0],
    }));
    assert.ok(first?.crossEntropy !== undefined);
    assert.deepEqual(first, second);
    assert.ok(
      Math.abs(first.crossEntropy - Math.log(10)) < 1,
      `${first.crossEntropy} is far from ln 10`,
    );
  });

  it('the same spec gives the same numbers, bit for bit', async () => {
    const api = await lab();
    const [first, second] = await api.start(small, small);
    assert.ok(first && second);
    await untilState(api, [first, second], 'completed');
    assert.deepEqual(first.batches.loss, second.batches.loss);
    assert.deepEqual(first.gradients, second.gradients);
  });

  it('the numbers are the same with any number of threads', async () => {
    const api = await lab();
    const losses: number[][] = [];
    for (const threads of [1, 3]) {
      await setThreads(threads);
      const [run] = await api.start({ ...small, model: 'cnn', epochs: 1 });
      assert.ok(run);
      await untilState(api, [run], 'completed');
      losses.push(run.batches.loss);
    }
    await setThreads(undefined);
    assert.deepEqual(losses[0], losses[1]);
  });

  it('two comparisons at once all complete, with every batch and every epoch', async () => {
    const api = await lab();
    const pair = [small, { ...small, loss: { name: 'mean-squared-error' } }];
    const runs = [...(await api.start(...pair)), ...(await api.start(...pair))];
    await untilState(api, runs, 'completed');
    for (const run of runs) {
      assert.equal(run.batches.loss.length, 2 * 40, 'batches of two epochs of ⌈10000/256⌉');
      assert.deepEqual(run.epochs.epoch, [0, 1, 2]);
      assert.equal(run.gradients.layers[0]?.length, 2);
      assert.ok(run.gradients.firstStep);
    }
  });

  it('the panel can be opened when nothing runs', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    assert.equal(panelTab(), undefined);
    await vscode.commands.executeCommand('lossLab.openPanel');
    await sleep(500); // The tab comes with the next message from the window.
    assert.ok(panelTab());
  });

  it('a run that trains is active until it is stopped', async () => {
    const api = await lab();
    const runs = await api.start(long);
    await untilState(api, runs, 'running');
    assert.deepEqual(
      api.parts.lab.jobs.active.map((run) => run.identity.id),
      runs.map((run) => run.identity.id),
    );
    api.control('stop');
    await untilState(api, runs, 'stopped');
    assert.deepEqual(api.parts.lab.jobs.active, []);
  });
});

function setThreads(count: number | undefined): Thenable<void> {
  const settings = vscode.workspace.getConfiguration('lossLab');
  return settings.update('threads', count, vscode.ConfigurationTarget.Global);
}

function panelTab(): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .find(
      (tab) =>
        tab.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith('lossLab.panel'),
    );
}
