import * as vscode from 'vscode';
import * as assert from './assert.ts';
import { lab, long, sleep, until, untilState } from './lab.ts';

describe('Control', () => {
  it('stop takes effect within one batch', async () => {
    const api = await lab();
    const [run] = await api.start(long);
    assert.ok(run);
    await until(api, 'some batches', () => run.step > 20);
    await vscode.commands.executeCommand('lossLab.stop', run.identity.id);
    const [asked, start] = [run.step, Date.now()];
    await untilState(api, [run], 'stopped');
    assert.ok(Date.now() - start < 1000, 'it took a second or more');
    assert.equal(run.reason, undefined, 'the worker had to be ended');
    assert.ok(run.step - asked < 50, `${run.step - asked} batches after the stop`);
    assert.equal(run.batches.loss.length, run.step);
  });

  it('pause holds a run where it is, resume goes on from there', async () => {
    const api = await lab();
    const [run] = await api.start(long);
    assert.ok(run);
    await until(api, 'some batches', () => run.step > 20);
    await vscode.commands.executeCommand('lossLab.pause', run);
    await untilState(api, [run], 'paused');
    const held = run.step;
    await sleep(300);
    assert.equal(run.step, held);
    await vscode.commands.executeCommand('lossLab.resume', run);
    await until(api, 'a further batch', () => run.step > held + 5);
    assert.deepEqual(
      run.batches.step,
      run.batches.step.map((_, index) => index + 1),
      'a step is missing',
    );
    api.control('stop');
    await untilState(api, [run], 'stopped');
  });

  it('one step of a paused run is one batch', async () => {
    const api = await lab();
    const [run] = await api.start(long);
    assert.ok(run);
    await until(api, 'some batches', () => run.step > 20);
    await vscode.commands.executeCommand('lossLab.pause', run);
    await untilState(api, [run], 'paused');
    const held = run.step;
    await vscode.commands.executeCommand('lossLab.step', run);
    await until(api, 'a batch and a pause', () => run.step === held + 1 && run.state === 'paused');
    await sleep(300);
    assert.equal(run.step, held + 1);
    api.control('stop');
    await untilState(api, [run], 'stopped');
  });

  it('a stopped run is continued as a new run, which has its whole curve; the old one stays', async () => {
    const api = await lab();
    const [run] = await api.start(long);
    assert.ok(run);
    await until(api, 'two epochs', () => run.epochs.epoch.length > 2);
    api.control('stop');
    await untilState(api, [run], 'stopped');
    const before = structuredClone(run);

    const continuation = await api.parts.lab.continuationOf(run);
    const { epoch, step } = continuation.from;
    assert.ok(epoch >= 1, 'no epoch was kept');
    const next = await api.parts.lab.continue(continuation, epoch + 1);
    await untilState(api, [next], 'completed');
    assert.deepEqual(next.batches.loss.slice(0, step), run.batches.loss.slice(0, step));
    assert.deepEqual(
      next.batches.step,
      next.batches.step.map((_, index) => index + 1),
      'a step is missing',
    );
    assert.equal(next.epochs.epoch.at(-1), epoch + 1);
    assert.deepEqual(run, before);
    // What the old run still did after its checkpoint, the new one does again, to the bit.
    const again = next.batches.loss.slice(step, run.batches.loss.length);
    assert.deepEqual(again, run.batches.loss.slice(step, next.batches.loss.length));
  });

  it('a paused run can be stopped', async () => {
    const api = await lab();
    const [run] = await api.start(long);
    assert.ok(run);
    await untilState(api, [run], 'running');
    api.control('pause');
    await untilState(api, [run], 'paused');
    api.control('stop');
    await untilState(api, [run], 'stopped');
  });

  it('stop of one job leaves the other running', async () => {
    const api = await lab();
    const runs = await api.start(long, { ...long, loss: { name: 'mean-squared-error' } });
    const [first, second] = runs;
    assert.ok(first && second);
    await untilState(api, runs, 'running');
    api.control('stop', [first.identity.id]);
    await untilState(api, [first], 'stopped');
    const step = second.step;
    await until(api, 'a batch of the other', () => second.step > step);
    api.control('stop');
    await untilState(api, [second], 'stopped');
  });

  it('a worker that is killed is followed by another, and the run is the same to the bit', async () => {
    const api = await lab();
    const runs = await api.start(long, long);
    const [first, second] = runs;
    assert.ok(first && second);
    await until(api, 'some batches of both', () => runs.every((run) => run.step > 20));
    await api.parts.lab.jobs.running.get(first.identity.id)?.worker.terminate();
    await until(api, 'the next worker', () => first.moves.length === 1);
    assert.match(first.moves[0]?.reason.text ?? '', /ended unexpectedly/);
    const further = (first.moves[0]?.step ?? 0) + 50;
    await until(api, 'more batches of both', () => runs.every((run) => run.step > further));
    api.control('stop');
    await untilState(api, runs, 'stopped');
    assert.equal(first.batches.loss.length, first.step);
    assert.deepEqual(first.batches.loss.slice(0, further), second.batches.loss.slice(0, further));
  });
});
