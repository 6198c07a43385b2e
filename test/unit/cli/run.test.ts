import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import { parseIdentity } from '../../../src/run/log/identity.ts';
import { readLog } from '../../../src/run/log/reader.ts';
import { decodeJson } from '../../../src/run/json.ts';
import { png } from '../datasets/own/images.ts';
import { binaries } from '../training/backends.ts';

// An installation of its own: what `dist/` holds while the tests run is anyone's guess.
const root = mkdtempSync(path.join(tmpdir(), 'loss-lab-cli-'));
const out = path.join(root, 'runs');
const quick = ['--model', 'softmax-regression', '--epochs', '2', '--out', out];

beforeAll(() => {
  for (const folder of ['dist', 'l10n']) mkdirSync(path.join(root, folder));
  symlinkSync(path.resolve('media'), path.join(root, 'media'));
  writeFileSync(path.join(root, 'dist', 'tfjs-backend-wasm-simd.wasm'), binaries.tfjs);
  copyFileSync('out/test/kernels.wasm', path.join(root, 'dist', 'kernels.wasm'));
  const bundle = { completed: '已完成', 'Validation accuracy': '验证准确率' };
  writeFileSync(path.join(root, 'l10n', 'bundle.l10n.zh-cn.json'), JSON.stringify(bundle));
});
afterAll(() => rmSync(root, { recursive: true }));

interface Result {
  readonly exitCode: number;
  readonly output: string;
  readonly warnings: string;
}

async function command(
  args: readonly string[],
  { isTty = false, signal = new AbortController().signal, onOutput = (): void => undefined } = {},
): Promise<Result> {
  let [output, warnings] = ['', ''];
  const terminal = {
    write: (text: string): void => {
      output += text;
      onOutput();
    },
    warn: (text: string) => void (warnings += text),
    isTty,
    columns: () => 80,
  };
  const exitCode = await run(args, { terminal, root, language: 'C', threads: 1, signal });
  return { exitCode, output, warnings };
}

test('prints a line an epoch and a table, and keeps each run in a folder', async () => {
  const { exitCode, output, warnings } = await command(quick);
  expect({ exitCode, warnings }).toEqual({ exitCode: 0, warnings: '' });
  expect(output.match(/^Epoch [12] of 2: training loss /gm)).toHaveLength(4);
  expect(output).toMatch(/^MSE on softmax +completed +2 +\d\d\.\d%/m);
  const folders = readdirSync(out);
  expect(folders).toHaveLength(2);
  for (const folder of folders) {
    const files = readdirSync(path.join(out, folder)).sort();
    expect(files).toEqual([
      'checkpoint-best.safetensors',
      'checkpoint-last.safetensors',
      expect.stringMatching(/^events\.out\.tfevents\./),
      'outputs',
      'run.json',
    ]);
    expect(readdirSync(path.join(out, folder, 'outputs')).sort()).toEqual([
      'epoch-0000.npy',
      'epoch-0001.npy',
      'epoch-0002.npy',
      'labels.npy',
      'rows.json',
    ]);
  }
});

test('with --json prints nothing but every event, a line each', async () => {
  const { output } = await command([...quick, '--loss', 'cross-entropy', '--json']);
  const lines = output
    .trimEnd()
    .split('\n')
    .map((line) => decodeJson(line));
  expect(lines).toHaveLength(1 + 4 + 2 * 157 + 5 + 1);
  expect(lines[0]).toMatchObject({ event: { type: 'started' } }); // prettier-ignore
  expect(lines.at(-1)).toMatchObject({ event: { type: 'finished', outcome: 'completed' } });
});

test('speaks Chinese when asked', async () => {
  const { output } = await command([...quick, '--loss', 'cross-entropy', '--lang', 'zh-cn']);
  expect(output).toContain('验证准确率');
  expect(output).toContain('已完成');
});

test('draws one line over and over on a terminal, none wider than it', async () => {
  const { output } = await command([...quick, '--epochs', '20', '--loss', 'cross-entropy'], { isTty: true }); // prettier-ignore
  const drawings = output.split('\r\u001b[2K').slice(1, -1);
  expect(drawings.length).toBeGreaterThan(2);
  for (const line of drawings) expect(line).toMatch(/^█*░*.{1,79}$/);
});

test('Ctrl+C stops the run, starts no other, and the log says stopped', async () => {
  const abort = new AbortController();
  const args = [
    '--model',
    'softmax-regression',
    '--epochs',
    '500',
    '--out',
    path.join(root, 'cut'),
  ];
  const onOutput = (): void => abort.abort();
  const { exitCode, output } = await command(args, { signal: abort.signal, onOutput });
  expect(exitCode).toBe(130);
  expect(output).toContain('Cross-entropy: stopped');
  expect(output).not.toContain('MSE on softmax: ');
  expect(readdirSync(path.join(root, 'cut'))).toHaveLength(1);
});

test('a diverged run is told with its reason, and the exit code says so', async () => {
  const args = [...quick, '--loss', 'mean-squared-error-linear', '--learning-rate', '1000'];
  const { exitCode, output } = await command(args);
  expect(exitCode).toBe(1);
  expect(output).toMatch(/diverged\. Diverged at step \d+: /);
  expect(output).toContain('Try a smaller learning rate, such as 100.');
});

test('bad arguments end with code 2 before anything is written', async () => {
  const folder = path.join(root, 'none');
  const { exitCode, output, warnings } = await command(['--epochs', '-1', '--out', folder]);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
  expect(warnings).toContain('--epochs must be at least 1.');
  expect(existsSync(folder)).toBe(false);
});

test('--help names every flag', async () => {
  const { exitCode, output } = await command(['--help']);
  expect(exitCode).toBe(0);
  for (const flag of [
    '--loss',
    '--activation',
    '--learning-rate',
    '--batch-size',
    '--json',
    '--lang',
  ]) {
    expect(output).toContain(flag);
  }
});

test('a run on the fallback says so once, before it begins, to whoever watches', async () => {
  const kernels = path.join(root, 'dist', 'kernels.wasm');
  const kept = readFileSync(kernels);
  writeFileSync(kernels, 'damaged');
  const { exitCode, output, warnings } = await command(quick);
  writeFileSync(kernels, kept);
  expect(exitCode).toBe(0);
  expect(warnings.match(/trains in plain JavaScript/g)).toHaveLength(1);
  expect(output).not.toContain('plain JavaScript');
});

test('the first line of a run names a model in an unusual style', async () => {
  const args = [...quick, '--model', 'mlp', '--activation', 'tanh', '--loss', 'cross-entropy'];
  const { output } = await command([...args, '--epochs', '1']);
  expect(output).toMatch(/^Cross-entropy: mlp \(tanh\) on fashion-mnist, sgd at 0\.05/);
});

test('a missing file of the installation is named', async () => {
  const kernels = path.join(root, 'dist', 'kernels.wasm');
  const kept = readFileSync(kernels);
  rmSync(kernels);
  const { exitCode, warnings } = await command(quick);
  writeFileSync(kernels, kept);
  expect(exitCode).toBe(1);
  expect(warnings).toContain(kernels);
});

test('seeds of one loss are a group, with the seed in the name', async () => {
  const folder = path.join(root, 'seeds');
  const args = ['--model', 'softmax-regression', '--epochs', '1', '--loss', 'cross-entropy'];
  const { output } = await command([...args, '--seed', '1,2', '--out', folder]);
  expect(output).toMatch(/^Cross-entropy · seed 2: completed/m);
  const identities = readdirSync(folder).map((id) => {
    const text = readFileSync(path.join(folder, id, 'run.json'), 'utf8');
    return JSON.parse(text) as Record<string, unknown>;
  });
  expect(identities).toHaveLength(2);
  expect(new Set(identities.map(({ group }) => group)).size).toBe(1);
  expect(identities.map(({ position }) => position)).toEqual([0, 0]);
});

/** The losses of every batch of the runs in a folder, by the number of epochs of the run. */
function lossesIn(folder: string): Map<unknown, number[]> {
  return new Map(
    readdirSync(folder).map((id) => {
      const parsed = parseIdentity(readFileSync(path.join(folder, id, 'run.json'), 'utf8'));
      return [parsed.ok && parsed.identity.spec.epochs, lossesAt(path.join(folder, id))] as const;
    }),
  );
}

/** The losses of every batch of one run. */
function lossesAt(run: string): number[] {
  const events = readdirSync(run).find((file) => file.startsWith('events')) ?? '';
  const { events: all } = readLog(readFileSync(path.join(run, events)));
  return all.flatMap((event) => (event.type === 'batch' ? [event.loss] : []));
}

test('a run that is continued has the numbers of one that was never stopped', async () => {
  const [short, whole] = [path.join(root, 'short'), path.join(root, 'whole')];
  const one = [...quick.slice(0, 2), '--loss', 'cross-entropy', '--optimizer', 'adam'];
  await command([...one, '--epochs', '2', '--out', short]);
  await command([...one, '--epochs', '4', '--out', whole]);
  const [id = ''] = readdirSync(short);
  const { exitCode, output } = await command(['--continue', path.join(short, id), '--out', short]);
  expect(exitCode).toBe(0);
  expect(output.match(/^Epoch \d of 4/gm)).toEqual(['Epoch 3 of 4', 'Epoch 4 of 4']);
  expect(output).toContain('Cross-entropy · from epoch 2: completed');
  const [before, after] = [lossesIn(short), lossesIn(whole).get(4)];
  expect(after).toHaveLength(4 * 157);
  expect(before.get(4)).toEqual(after);
  expect(before.get(2)).toEqual(after?.slice(0, 2 * 157));
});

/** 30 dark and 30 light images of 4 × 4. */
function writePhotos(): string {
  const photos = path.join(root, 'photos');
  for (const [name, value] of [
    ['dark', 30],
    ['light', 220],
  ] as const) {
    // prettier-ignore
    mkdirSync(path.join(photos, name), { recursive: true });
    for (let i = 0; i < 30; i++)
      writeFileSync(path.join(photos, name, `${i}.png`), png(4, 4, value + (i % 20)));
  }
  return photos;
}

test('trains on a folder of images, with its path whole in the run', async () => {
  const given = path.relative(process.cwd(), writePhotos());
  const folder = path.join(root, 'own');
  const args = ['--data', given, '--size', '4x4', '--loss', 'cross-entropy', '--epochs', '3'];
  const { exitCode, output, warnings } = await command([...args, '--out', folder]);
  expect({ exitCode, warnings }).toEqual({ exitCode: 0, warnings: '' });
  expect(output).toContain('Cross-entropy: completed');
  const [id = ''] = readdirSync(folder);
  const text = readFileSync(path.join(folder, id, 'run.json'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    spec: { dataset: { own: { path: path.join(root, 'photos'), height: 4 } } },
  });
});

test('says on a terminal how far the images are read, and takes it back', async () => {
  const args = ['--data', writePhotos(), '--loss', 'cross-entropy', '--epochs', '1', '--out', out];
  const { warnings } = await command(args, { isTty: true });
  const lines = warnings.split('\r\u001b[2K');
  expect(lines[1]).toBe('Reading images: 0 of 60');
  expect(lines.at(-2)).toBe('Reading images: 60 of 60');
  expect(lines.at(-1)).toBe('');
});

test('Ctrl+C while images are read ends the run as stopped, without a folder', async () => {
  const folder = path.join(root, 'unread');
  const signal = AbortSignal.abort();
  const args = ['--data', writePhotos(), '--out', folder];
  const { exitCode, output } = await command(args, { signal });
  expect(exitCode).toBe(130);
  expect(output).toBe('Cross-entropy: stopped\n');
  expect(existsSync(folder)).toBe(false);
  const json = await command([...args, '--json'], { signal });
  expect(decodeJson(json.output)).toMatchObject({
    event: { type: 'finished', outcome: 'stopped' },
  });
});

test('images that are not there are told with their place', async () => {
  const { exitCode, warnings } = await command(['--data', path.join(root, 'nowhere')]);
  expect(exitCode).toBe(1);
  expect(warnings).toContain(`${path.join(root, 'nowhere')}: it does not exist.`);
});

test('trains on a loss of one’s own beside another, and keeps which module it was', async () => {
  const module = path.join(root, 'my-loss.mjs');
  writeFileSync(
    module,
    'export default (tf, y, z) => tf.neg(tf.mean(tf.sum(tf.mul(y, tf.logSoftmax(z)), 1)));',
  );
  const folder = path.join(root, 'own-loss');
  const args = [...quick.slice(0, 2), '--epochs', '1', '--loss', 'cross-entropy', '--json'];
  const { exitCode, output } = await command([...args, '--loss-module', module, '--out', folder]);
  expect(exitCode).toBe(0);
  const events = output.trimEnd().split('\n').map((line) => decodeJson(line)); // prettier-ignore
  expect(events.filter((line) => JSON.stringify(line).includes('"sha256"'))).toMatchObject([
    { event: { type: 'started', setting: { ownLoss: { module } } } },
  ]);
  const [theirs = [], ours = []] = readdirSync(folder)
    .sort()
    .map((id) => lossesAt(path.join(folder, id)));
  expect(ours).toHaveLength(157);
  ours.forEach((loss, i) => expect(loss).toBeCloseTo(theirs[i] ?? NaN, 3));
});

test('a loss of one’s own that is none fails its run, and the others go on', async () => {
  const module = path.join(root, 'broken.mjs');
  writeFileSync(module, 'export default () => 3;');
  const args = [...quick, '--loss', 'own,cross-entropy', '--loss-module', module];
  const { exitCode, output } = await command(args);
  expect(exitCode).toBe(1);
  expect(output).toContain(
    `Own loss broken.mjs: failed. The loss in ${module}: it returns number, and a loss is a scalar`,
  );
  expect(output).toContain('Cross-entropy: completed');
});

test('a run that cannot be continued is told with its folder and the reason', async () => {
  const folder = path.join(root, 'short');
  // Not one that continues another, which may have begun in the same second.
  const id =
    readdirSync(folder).find(
      (each) => !identityIn(path.join(folder, each)).includes('"continues"'),
    ) ?? '';
  const told = async (...args: string[]): Promise<string> => {
    const { exitCode, warnings } = await command(['--continue', ...args, '--out', folder]);
    expect(exitCode).toBe(1);
    return warnings;
  };
  const run = path.join(folder, id);
  expect(await told(path.join(root, 'l10n'))).toContain('is no run folder');
  expect(await told(run, '--epochs', '2')).toContain('--epochs must be more than 2, which');
  const last = path.join(run, 'checkpoint-last.safetensors');
  const kept = readFileSync(last);
  writeFileSync(last, kept.subarray(0, 1000));
  expect(await told(run)).toContain(`The checkpoint ${last} cannot be used: `);
  rmSync(last);
  expect(await told(run)).toContain('has no checkpoint');
  writeFileSync(last, kept);
});

function identityIn(run: string): string {
  return readFileSync(path.join(run, 'run.json'), 'utf8');
}

test('--fair trains each loss with a rate of its own, and ends with what follows', async () => {
  const folder = path.join(root, 'fair');
  const few = ['--set', 'dataset.share=0.01', '--seed', '1,2'];
  const args = [
    '--fair',
    '--model',
    'softmax-regression',
    '--epochs',
    '1',
    ...few,
    '--out',
    folder,
  ];
  const { exitCode, output, warnings } = await command(args);
  expect({ exitCode, warnings }).toEqual({ exitCode: 0, warnings: '' });
  const [, table = ''] = output.split('\n\n');
  expect(table.match(/ · rate [\d.]+ · seed [12] +completed/g)).toHaveLength(4);
  expect(output).toMatch(/too few for a verdict\nValidation accuracy: /);
  const kinds = readdirSync(folder).map((id) => {
    const parsed = parseIdentity(readFileSync(path.join(folder, id, 'run.json'), 'utf8'));
    return parsed.ok ? parsed.identity.purpose?.kind : parsed.problem;
  });
  expect(kinds.filter((kind) => kind === 'fair')).toHaveLength(4);
  expect(kinds.filter((kind) => kind === 'sweep').length).toBeGreaterThanOrEqual(6);
});
