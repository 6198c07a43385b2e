import * as vscode from 'vscode';
import * as assert from './assert.ts';
import { lab, untilState } from './lab.ts';

/** All weights are 0, so no gradient reaches the first layer. */
const dead = {
  dataset: 'digits',
  model: { name: 'mlp', style: { initializer: 'zeros' } },
  epochs: 2,
};

describe('A remedy', () => {
  it('is tried beside the run that it is for, with only that changed, and once', async () => {
    const api = await lab();
    const runs = await api.start(dead);
    await untilState(api, runs, 'completed');
    const [run] = runs;
    assert.ok(run);
    const attempt = { runId: run.identity.id, rule: 'no-first-gradient', remedy: 0 };
    const before = api.runs.length;
    await vscode.commands.executeCommand('lossLab.tryRemedy', attempt);
    assert.equal(api.runs.length, before + 1);
    const trial = api.parts.panel.runs.find(({ identity }) => identity.purpose !== undefined);
    assert.ok(trial);
    const { purpose, comparison, spec } = trial.identity;
    assert.deepEqual(purpose, { kind: 'remedy', of: run.identity.id, rule: 'no-first-gradient' });
    assert.equal(comparison, run.identity.comparison);
    assert.notEqual(spec.model.style?.initializer, 'zeros');
    assert.deepEqual({ ...spec, model: null }, { ...run.identity.spec, model: null });
    await untilState(api, [trial], 'completed');
    await vscode.commands.executeCommand('lossLab.tryRemedy', attempt);
    assert.equal(api.runs.length, before + 1);
  });
});

describe('A study', () => {
  it('starts a run of each arm with each seed, which know what they are for', async () => {
    const api = await lab();
    const before = new Set(api.runs);
    await vscode.commands.executeCommand('lossLab.runStudy', 'mean-and-sum');
    const started = api.runs.filter((run) => !before.has(run));
    const studies = started.map(({ identity: { purpose } }) => purpose?.kind === 'study' && purpose.study); // prettier-ignore
    assert.ok(started.length > 1);
    assert.deepEqual(new Set(studies), new Set(['mean-and-sum']));
    const seeds = new Set(started.map(({ identity }) => identity.spec.seed));
    const arms = new Set(started.map(({ identity }) => identity.group));
    assert.equal(started.length, seeds.size * arms.size);
    api.control('stop');
    await untilState(api, started, 'stopped', 'completed');
  });
});
