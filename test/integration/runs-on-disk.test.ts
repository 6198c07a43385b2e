import * as assert from 'node:assert';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lab, long, small, until, untilState } from './lab.ts';

describe('Runs on disk', () => {
  it('a run that a crash cut off comes back with all its points, marked interrupted', async () => {
    const api = await lab();
    const { library } = api.parts.lab;
    const [run] = await api.start(long);
    assert.ok(run);
    await until(api, 'an epoch', () => run.epochs.epoch.length > 1);
    // What a crash at this moment would leave behind: the files as they are, of a process that is gone.
    const crashed = 'crashed-run';
    cpSync(library.folderOf(run), path.join(library.files.folder, crashed), { recursive: true });
    writeFileSync(path.join(library.files.folder, crashed, 'writer.pid'), '999999999');
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

  it('a finished run is a folder with run.json, one event file and checkpoints, and reads back as it was', async () => {
    const api = await lab();
    const { library, store } = api.parts.lab;
    const [run] = await api.start(small);
    assert.ok(run);
    await untilState(api, [run], 'completed');
    const folder = library.folderOf(run);
    assert.deepEqual(
      readdirSync(folder)
        .map((name) => name.replace(/\d{10}/, '<time>'))
        .sort(),
      [
        'checkpoint-best.safetensors',
        'checkpoint-last.safetensors',
        'events.out.tfevents.<time>.loss-lab',
        'outputs',
        'run.json',
      ],
    );
    const kept = JSON.parse(readFileSync(path.join(folder, 'run.json'), 'utf8')) as {
      spec: unknown;
    };
    assert.deepEqual(kept.spec, run.identity.spec);

    const before = structuredClone(run);
    store.remove([run.identity.id]);
    await library.refresh();
    assert.deepEqual(store.get(run.identity.id), before);
  });
});
