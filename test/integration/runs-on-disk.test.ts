import * as vscode from 'vscode';
import { uriOf } from '../../src/host/uri-of.ts';
import * as assert from './assert.ts';
import { lab, long, sleep, small, until, untilState } from './lab.ts';

const { fs } = vscode.workspace;

/** What says that a run is being written, and what it says of a writer that is gone. */
const beat = 'writer.beat';
const stale = new TextEncoder().encode('{"writer":"gone","time":0}');

describe('Runs on disk', () => {
  it('a run that a crash cut off comes back with all its points, marked interrupted', async () => {
    const api = await lab();
    const { library } = api.parts.lab;
    const [run] = await api.start(long);
    assert.ok(run);
    await until(api, 'an epoch', () => run.epochs.epoch.length > 1);
    await library.written(run);
    // What a crash at this moment would leave behind: the files as they are, of a process that is gone.
    const crashed = 'crashed-run';
    const folder = uriOf(library.files.folderOf(crashed));
    await fs.copy(uriOf(library.folderOf(run)), folder);
    assert.ok((await namesIn(folder)).includes(beat));
    await fs.writeFile(vscode.Uri.joinPath(folder, beat), stale);
    api.control('stop');
    await untilState(api, [run], 'stopped');

    await library.refresh();
    const restored = api.runs.find(({ identity }) => identity.id === crashed);
    assert.ok(restored);
    assert.equal(restored.state, 'interrupted');
    const points = restored.batches.loss.length;
    assert.ok(points >= 157, `${points} points`);
    assert.deepEqual(restored.batches.loss, run.batches.loss.slice(0, points));
    assert.deepEqual(restored.gradients.firstStep, run.gradients.firstStep);
    await library.delete([restored]);
  });

  it('a finished run is a folder with run.json, events and checkpoints, and reads back as it was', async () => {
    const api = await lab();
    const { library, store } = api.parts.lab;
    const [run] = await api.start(small);
    assert.ok(run);
    await untilState(api, [run], 'completed');
    await library.written(run);
    const folder = uriOf(library.folderOf(run));
    // A browser writes events in parts; of so short a run there is one.
    const names = async (): Promise<string[]> =>
      (await namesIn(folder)).map((name) => name.replace(/(?<=events\.\D*)\d{10}|\.\d{5}$/g, ''));
    for (let tries = 0; (await names()).includes(beat); tries++) {
      if (tries > 50) assert.fail('it is still marked as being written');
      await sleep(100);
    }
    assert.deepEqual(await names(), [
      'checkpoint-best.safetensors',
      'checkpoint-last.safetensors',
      'events.out.tfevents..loss-lab',
      'outputs',
      'run.json',
    ]);
    assert.deepEqual(await namesIn(vscode.Uri.joinPath(folder, 'outputs')), [
      ...['epoch-0000.npy', 'epoch-0001.npy', 'epoch-0002.npy'],
      ...['labels.npy', 'rows.json'],
    ]);
    const bytes = await fs.readFile(vscode.Uri.joinPath(folder, 'run.json'));
    const kept = JSON.parse(new TextDecoder().decode(bytes)) as { spec: unknown };
    assert.deepEqual(kept.spec, run.identity.spec);

    const before = structuredClone(run);
    store.remove([run.identity.id]);
    await library.refresh();
    assert.deepEqual(store.get(run.identity.id), before);
  });
});

async function namesIn(folder: vscode.Uri): Promise<string[]> {
  return (await fs.readDirectory(folder)).map(([name]) => name).sort();
}
