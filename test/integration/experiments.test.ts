import * as vscode from 'vscode';
import { exampleNames } from '../../src/experiment/examples/catalogue.ts';
import { exampleUri, schemaUri } from '../../src/host/experiments/addresses.ts';
import type { ExperimentNode } from '../../src/host/experiments/experiments-tree.ts';
import * as assert from './assert.ts';
import { lab, sleep, until, untilState } from './lab.ts';

describe('Experiments', () => {
  it('the JSON schema opens, with a sentence for every part of a spec', async () => {
    const document = await vscode.workspace.openTextDocument(schemaUri);
    const schema = JSON.parse(document.getText()) as Schema;
    const { base } = schema.properties;
    const parts = ['dataset', 'model', 'loss', 'optimizer', 'epochs', 'batchSize', 'seed'];
    const undescribed = parts.filter((part) => !base.properties[part]?.description);
    assert.deepEqual(undescribed, []);
  });

  it('VS Code completes and checks an experiment by the schema', async () => {
    const document = await untitled('{ "base": { "loss": "magic", "optimizer": "" } }');
    await eventually('a complaint about the loss', () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .some(({ range }) => document.getText(range) === '"magic"'),
    );
    const position = document.positionAt(document.getText().indexOf('""') + 1);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('"nesterov"'), labels.join());
  });

  it('what the schema cannot say is a problem at its place', async () => {
    const document = await untitled('{ "base": { "dataset": "digits", "batchSize": 5000 } }');
    await eventually('a problem', () => ownProblems(document).length > 0);
    const [problem, ...others] = ownProblems(document);
    assert.deepEqual(others, []);
    assert.ok(problem);
    assert.equal(document.getText(problem.range), '5000');
    assert.match(problem.message, /^base\.batchSize must be at most/);
  });

  it('lenses run all variants, and each alone', async () => {
    const document = await vscode.workspace.openTextDocument(exampleUri('overfitting'));
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    const titles = lenses.map(({ command }) => command?.title);
    const each = Array<string>(5).fill('$(play) Run this one');
    assert.deepEqual(titles, ['$(play) Compare all 5', ...each]);
    const [first] = lenses;
    assert.ok(first);
    assert.match(document.lineAt(first.range.start.line).text, /"variants"/);
  });

  it('the tree lists the examples with their variants', async () => {
    const { tree } = (await lab()).parts.experiments;
    const roots = await tree.getChildren();
    assert.deepEqual(
      roots.map(({ type }) => type),
      ['workspace', 'examples', 'studies'],
    );
    const files = await tree.getChildren(roots[1]);
    assert.equal(files.length, exampleNames.length);
    const [first] = files;
    assert.ok(first);
    assert.equal(tree.getTreeItem(first).label, 'Cross-entropy or MSE?');
    assert.equal(tree.getTreeItem(first).description, '2 runs');
    const labels = (nodes: ExperimentNode[]): unknown[] =>
      nodes.map((node) => tree.getTreeItem(node).label);
    assert.deepEqual(labels(await tree.getChildren(first)), ['Cross-entropy', 'MSE on softmax']);
  });

  it('running an example starts its runs under their names, a variant alone its own', async () => {
    const api = await lab();
    const before = new Set(api.runs);
    await vscode.commands.executeCommand('lossLab.runExperiment', 'random-labels');
    await vscode.commands.executeCommand('lossLab.runExperiment', exampleUri('overfitting'), 1);
    const runs = api.runs.filter((run) => !before.has(run));
    api.control('stop');
    await untilState(api, runs, 'stopped', 'completed');
    const names = runs.map((run) => run.identity.name).sort();
    assert.deepEqual(names, ['Dropout', 'Random labels', 'True labels']);
    const dropout = runs.find((run) => run.identity.name === 'Dropout');
    assert.equal(dropout?.identity.spec.model.style?.dropout, 0.5);
  });

  it('the article’s example runs, with its page beside the panel', async () => {
    const api = await lab();
    const before = new Set(api.runs);
    await vscode.commands.executeCommand('lossLab.runArticleExample');
    const [run] = api.runs.filter((each) => !before.has(each));
    assert.ok(run);
    await until(api, 'some epochs', () => run.epochs.epoch.length > 3);
    api.control('stop');
    await untilState(api, [run], 'stopped', 'completed');
    assert.equal(run.setting?.stepsPerEpoch, 1);
    await eventually('the page', () => hasTab('article'));
  });

  it('a run saved as an experiment gives the same run again', async () => {
    const api = await lab();
    const [run] = await api.start({
      model: 'mlp',
      optimizer: { name: 'adam' },
      epochs: 10_000,
      seed: 4,
    });
    assert.ok(run);
    api.control('stop');
    await untilState(api, [run], 'stopped');
    await vscode.commands.executeCommand('lossLab.saveRunAsExperiment', run);
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.ok(document.fileName.endsWith('.losslab.json'), document.fileName);
    const before = new Set(api.runs);
    await vscode.commands.executeCommand('lossLab.runExperiment', document.uri);
    const [again] = api.runs.filter((each) => !before.has(each));
    api.control('stop');
    assert.ok(again);
    await untilState(api, [again], 'stopped');
    assert.deepEqual(again.identity.spec, run.identity.spec);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

interface Schema {
  readonly properties: {
    readonly base: { readonly properties: Record<string, { readonly description?: string }> };
  };
}

let documents = 0;

/** An experiment that is not kept anywhere. */
async function untitled(text: string): Promise<vscode.TextDocument> {
  documents += 1;
  const uri = vscode.Uri.parse(`untitled:test-${documents}.losslab.json`);
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
  return document;
}

function ownProblems({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Loss Lab');
}

function hasTab(label: string): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some((tab) => tab.label.includes(label));
}

async function eventually(what: string, condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (condition()) return;
    await sleep(100);
  }
  assert.fail(`Waited in vain for ${what}.`);
}
