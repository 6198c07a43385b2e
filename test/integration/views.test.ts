import * as vscode from 'vscode';
import { isFinished } from '../../src/run/run.ts';
import * as assert from './assert.ts';
import { lab, long, sleep, small, until, untilState } from './lab.ts';

describe('Views', () => {
  it('every command of the manifest is there', async () => {
    await lab();
    const extension = vscode.extensions.getExtension('loss-lab.loss-lab');
    const manifest = extension?.packageJSON as { contributes: { commands: { command: string }[] } };
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = manifest.contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });

  it('the status bar shows the live loss while a job runs and its last loss after', async () => {
    const api = await lab();
    const [run] = await api.start(long);
    assert.ok(run);
    await until(api, 'an epoch', () => run.epochs.epoch.length > 1);
    await sleep(600); // It is updated twice a second.
    assert.match(api.parts.statusBar.text ?? '', /^\$\(pulse\) CE \d\.\d+ [↓↑→] \d+\/10000$/);
    api.control('stop');
    await untilState(api, [run], 'stopped');
    await sleep(600);
    assert.match(api.parts.statusBar.text ?? '', /^\$\(debug-stop\) CE \d\.\d+ \d+\/10000$/);
  });

  it('the tree has the newest run first, with state, loss and accuracy', async () => {
    const api = await lab();
    const [run] = await api.start(small);
    assert.ok(run);
    await untilState(api, [run], 'completed');
    const { tree } = api.parts;
    assert.equal(tree.getChildren()[0], run);
    const item = tree.getTreeItem(run);
    assert.equal(item.label, 'Cross-entropy');
    assert.match(String(item.description), /^\d\.\d+ · \d\d\.\d%$/);
    assert.equal((item.iconPath as vscode.ThemeIcon).id, 'check');
    assert.equal(item.contextValue, 'run.finished');
    assert.match(item.accessibilityInformation?.label ?? '', /Cross-entropy, completed/);
  });

  it('a diverged run says so in the tree and in the status bar', async () => {
    const api = await lab();
    const diverging = {
      ...small,
      loss: { name: 'mean-squared-error-linear' },
      optimizer: { name: 'sgd', learningRate: 1000 },
    };
    const [bad, good] = await api.start(diverging, small);
    assert.ok(bad && good);
    await untilState(api, [bad], 'diverged');
    assert.ok(bad.reason);
    assert.match(String(api.parts.tree.getTreeItem(bad).description), /^diverged/);
    assert.ok(
      bad.batches.loss.some((loss) => !(loss < 1e3)),
      'no point shows it',
    );
    await untilState(api, [good], 'completed');
    await sleep(600);
    assert.match(api.parts.statusBar.text ?? '', /diverged/);
  });

  it('a panel that was kept over a reload shows its runs again, but for those that are gone', async () => {
    const api = await lab();
    const runs = await api.start(small, { ...small, seed: 2 });
    await untilState(api, runs, 'completed');
    const { panel } = api.parts;
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const kept = vscode.window.createWebviewPanel('lossLab.panel', 'Kept', vscode.ViewColumn.One);
    await panel.restore(kept, { runIds: ['gone', runs[1]?.identity.id] });
    assert.deepEqual(panel.runs, [runs[1]]);
    assert.match(kept.title, /seed 2/);
    kept.dispose();
  });

  it('a chosen colour is that of the run in the tree, and of the others of its group', async () => {
    const api = await lab();
    const runs = await api.start(small, { ...small, seed: 2 });
    await untilState(api, runs, 'completed');
    const {
      lab: { library },
      tree,
    } = api.parts;
    await library.recolour(runs.slice(0, 1), 'run6');
    for (const run of runs) {
      const icon = tree.getTreeItem(run).iconPath as vscode.ThemeIcon;
      assert.equal(icon.color?.id, 'lossLab.run6');
    }
  });

  it('a large comparison is one row of the tree, which commands take for all of its runs', async () => {
    const api = await lab();
    const seeds = [1, 2, 3, 4, 5].map((seed) => ({ ...small, epochs: 1, seed }));
    const runs = await api.start(...seeds);
    const { tree, panel } = api.parts;
    const [row] = tree.getChildren();
    assert.ok(row);
    assert.deepEqual(tree.getChildren(row), runs);
    for (const run of runs) assert.equal(tree.getParent(run), row);
    assert.match(String(tree.getTreeItem(row).description), /^\d\/5 · /);
    await api.start(small);
    await vscode.commands.executeCommand('lossLab.compareSelected', row);
    assert.deepEqual(panel.runs, runs);
    await vscode.commands.executeCommand('lossLab.stop', row);
    await until(api, 'all to end', () => runs.every(({ state }) => isFinished(state)));
    assert.match(String(tree.getTreeItem(row).description), /^5 runs/);
    assert.equal(tree.getTreeItem(row).contextValue, 'comparison');
  });
});
