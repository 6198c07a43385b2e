import * as tf from '@tensorflow/tfjs-core';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { losses } from '../../../src/experiment/losses/catalogue.ts';
import { lossSpec, ownLossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { Prediction } from '../../../src/experiment/losses/prediction.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import type { ExperimentSpec } from '../../../src/experiment/spec.ts';
import { LossLabError } from '../../../src/error.ts';
import { loadModule } from '../../../src/platform/node/load-module.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import type { Backend } from '../../../src/training/backend/backend.ts';
import { TrainingControl } from '../../../src/training/control.ts';
import { checkOwnLoss } from '../../../src/training/own-loss-check.ts';
import { loadOwnLoss, OwnLoss } from '../../../src/training/own-loss.ts';
import { train } from '../../../src/training/trainer.ts';
import { backends, wasm } from './backends.ts';
import { eventsOf, only, tinyData, tinyScenes, tinySpec } from './tiny.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'loss-lab-own-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, ...lines: string[]): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, lines.join('\n'));
  return file;
}

type Loss = (ops: typeof tf, labels: tf.Tensor2D, logits: tf.Tensor2D) => unknown;

const own = (loss: Loss): OwnLoss =>
  new OwnLoss('my-loss.mjs', '00', (_ops, labels, logits) =>
    loss(tf, labels as tf.Tensor2D, logits as tf.Tensor2D),
  );

const crossEntropy: Loss = (ops, labels, logits) =>
  ops.neg(ops.mean(ops.sum(ops.mul(labels, ops.logSoftmax(logits)), 1)));

async function trained(
  backend: Backend,
  loss: OwnLoss,
  change: Partial<ExperimentSpec> = {},
  data = tinyData,
): Promise<RunEvent[]> {
  const spec = { ...tinySpec('cross-entropy', change), loss: ownLossSpec(loss.path) };
  const events: RunEvent[] = [];
  const control = new TrainingControl();
  for await (const event of train(spec, data, control, backend, { ownLoss: loss })) {
    events.push(event);
  }
  return events;
}

async function problemOf(refused: () => unknown): Promise<string> {
  try {
    await refused();
  } catch (error) {
    if (error instanceof LossLabError) return error.message;
    throw error;
  }
  throw new Error('It was accepted.');
}

describe.each(backends)('on $name', (backend) => {
  // Not Adam, whose first steps are as long whatever the gradient, its rounding included.
  const sgd = { optimizer: wholeOptimizer({ name: 'sgd', learningRate: 0.05 }), epochs: 4 };

  test.each([
    ['mlp', tinyData],
    ['cnn', tinyData],
    ['unet', tinyScenes],
  ] as const)('cross-entropy as a module trains %s as the built-in does', async (name, data) => {
    const change = { ...sgd, model: modelSpec(name) };
    const ours = await trained(backend, own(crossEntropy), change, data);
    const theirs = await eventsOf(tinySpec('cross-entropy', change), backend, data);
    expect(ours.map(({ type }) => type)).toEqual(theirs.map(({ type }) => type));
    const [a, b] = [only(ours, 'batch'), only(theirs, 'batch')];
    a.forEach(({ loss }, i) => expect(loss).toBeCloseTo(b[i]?.loss ?? NaN, 4));
    const [last, expected] = [only(ours, 'epoch').at(-1), only(theirs, 'epoch').at(-1)];
    expect(last?.validation.objective).toBeCloseTo(expected?.validation.objective ?? NaN, 4);
    expect(last?.train?.objective).toBeCloseTo(expected?.train?.objective ?? NaN, 4);
    const [norm] = only(ours, 'gradients')[0]?.layers ?? [];
    expect(norm?.norm).toBeCloseTo(only(theirs, 'gradients')[0]?.layers[0]?.norm ?? NaN, 4);
    expect(ours.at(-1)).toMatchObject({ outcome: 'completed' });
  });

  test('each example is told of where there are 200 or fewer, and none where there are more', async () => {
    const [first] = only(await trained(backend, own(crossEntropy)), 'evaluation');
    const [known] = only(await eventsOf(tinySpec('cross-entropy'), backend), 'evaluation');
    expect(first?.examples.losses).toHaveLength(10);
    first?.examples.losses.forEach((loss, i) =>
      expect(loss).toBeCloseTo(known?.examples.losses[i] ?? NaN, 5),
    );
    first?.classLosses.forEach((loss, k) => expect(loss).toBeCloseTo(known?.classLosses[k] ?? NaN, 5)); // prettier-ignore

    const { validation } = tinyData;
    const repeat = (values: Float32Array | Uint8Array): number[] =>
      Array.from({ length: 201 * (values.length / 10) }, (_, i) => values[i % values.length] ?? 0);
    const many = {
      ...validation,
      count: 201,
      pixels: Float32Array.from(repeat(validation.pixels)),
      labels: Uint8Array.from(repeat(validation.labels)),
    };
    const [of] = only(
      await trained(backend, own(crossEntropy), {}, { ...tinyData, validation: many }),
      'evaluation',
    );
    expect(of?.examples.losses).toEqual([]);
    expect(of?.examples.predicted).toHaveLength(201);
    expect(of?.classLosses).toEqual([NaN, NaN, NaN]);
    expect(of?.confusion.reduce((sum, n) => sum + n)).toBe(201);
  });

  test('training leaves no tensor behind', async () => {
    await backend.activate();
    await trained(backend, own(crossEntropy));
    const before = tf.memory().numTensors;
    await trained(backend, own(crossEntropy), { epochs: 3 });
    expect(tf.memory().numTensors).toBe(before);
  });

  test('is accepted where it is a loss, a hinge with its kinks as well', async () => {
    await backend.activate();
    const hinge: Loss = (ops, labels, logits) => {
      const right = ops.sum(ops.mul(labels, logits), 1, true);
      return ops.mean(ops.mul(ops.relu(ops.add(ops.sub(logits, right), 1)), ops.sub(1, labels)));
    };
    const chained: Loss = (_ops, labels, logits) => logits.softmax().sub(labels).square().mean();
    for (const loss of [crossEntropy, hinge, chained])
      for (const classes of [2, 3, 10, 200])
        expect(checkOwnLoss(own(loss), classes).notice).toBeUndefined();
  });

  const faults: [string, Loss, string][] = [
    ['a number', () => 3, 'it returns number, and a loss is a scalar of tf. Return a tensor.'],
    ['nothing', () => undefined, 'it returns undefined, and a loss is a scalar of tf.'],
    ['null', () => null, 'it returns null, and'],
    [
      'a promise',
      () => Promise.resolve(tf.scalar(1)),
      'it returns a promise. Make it a plain function',
    ],
    [
      'a value a row',
      (ops, labels, logits) => ops.sum(ops.mul(labels, logits), 1),
      'it returns a tensor of shape [16] and type float32, and a loss is one number of type float32.',
    ],
    [
      'whole numbers',
      (ops, _labels, logits) => ops.sum(ops.argMax(logits, 1)),
      'it returns a tensor of shape [] and type int32',
    ],
    [
      'NaN',
      (ops, _labels, logits) => ops.mean(ops.log(logits)),
      'it is NaN for ordinary logits and labels. Look for a logarithm of 0',
    ],
    [
      'a root at 0',
      (ops, labels, logits) => ops.mean(ops.sqrt(ops.square(ops.mul(logits, labels)))),
      'its gradient is not finite for ordinary logits and labels.',
    ],
    [
      'a constant',
      (ops, labels) => ops.mean(labels),
      'tfjs finds no gradient of it at the logits (Cannot compute gradient of y=f(x)',
    ],
    [
      'the accuracy',
      (ops, labels, logits) =>
        ops.mean(ops.cast(ops.equal(ops.argMax(logits, 1), ops.argMax(labels, 1)), 'float32')),
      'tfjs finds no gradient of it at the logits (Cannot compute gradient',
    ],
    [
      'a gradient of 0',
      (ops, _labels, logits) => ops.mean(ops.mul(logits, 0)),
      'its gradient is 0 for ordinary logits and labels, so nothing would be learnt.',
    ],
    [
      'a factor that was read out of a tensor',
      (ops, labels, logits) => {
        const value = crossEntropy(ops, labels, logits) as tf.Scalar;
        return ops.mul(value, value.dataSync()[0] ?? 0);
      },
      'along its gradient, whose length is',
    ],
    [
      'a wrong gradient of its own',
      (ops, _labels, logits) => {
        const wrong = ops.customGrad((z, save) => {
          (save as tf.GradSaveFunc)([z as tf.Tensor]);
          return {
            value: ops.mean(ops.square(z as tf.Tensor)),
            gradFunc: (_dy, [saved]) => (saved ? [ops.mul(saved, 1)] : []),
          };
        });
        return wrong(logits);
      },
      'one of them is wrong.',
    ],
    [
      'a tensor that is kept',
      (ops, labels, logits) => ops.keep(ops.neg(ops.mean(ops.mul(labels, logits)))),
      'it leaves 2 tensors behind in two calls',
    ],
    [
      'logits that are disposed',
      (ops, labels, logits) => {
        const value = ops.mean(ops.mul(labels, logits));
        logits.dispose();
        return value;
      },
      'it disposes the logits that it is given',
    ],
  ];
  test.each(faults)('%s is refused with what to do', async (_what, loss, problem) => {
    await backend.activate();
    const said = await problemOf(() => checkOwnLoss(own(loss), 3));
    expect(said).toMatch(/^The loss in my-loss\.mjs: /);
    expect(said).toContain(problem);
  });

  test('one that is only wrong for sure predictions trains, with a notice', async () => {
    const naive: Loss = (ops, labels, logits) =>
      ops.neg(ops.mean(ops.sum(ops.mul(labels, ops.log(ops.softmax(logits))), 1)));
    const [started] = only(await trained(backend, own(naive)), 'started');
    expect(JSON.stringify(started?.setting.notice)).toContain('is not finite for logits of ±');
  });
});

test('the check leaves no tensor behind', async () => {
  await wasm.activate();
  const before = tf.memory().numTensors;
  checkOwnLoss(own(crossEntropy), 5);
  await problemOf(() =>
    checkOwnLoss(
      own(() => 3),
      5,
    ),
  );
  expect(tf.memory().numTensors).toBe(before);
});

describe('a module', () => {
  test('of the examples is a loss: at temperature 2 less a tenth of the entropy', async () => {
    await wasm.activate();
    const loss = await loadOwnLoss(path.resolve('media/examples/my-loss.mjs'), loadModule);
    expect(checkOwnLoss(loss, 4).notice).toBeUndefined();
    const [z, label] = [[1, -2, 0.5, 3], 2];
    const half = Prediction.of(z.map((each) => each / 2), label); // prettier-ignore
    const entropy = -half.sum((k) => half.p(k) * half.logP(k));
    const expected = losses['cross-entropy'].scope === 'label' ? -half.logP(label) - 0.1 * entropy : NaN; // prettier-ignore
    const value = tf.tidy(() => tf.scalar(loss.value(tf.tensor2d([z]), Uint8Array.of(label))));
    expect(value.dataSync()[0]).toBeCloseTo(expected, 5);
    value.dispose();
  });

  test('is known by its path and its content', async () => {
    const code = 'export default (tf, labels, logits) => tf.mean(tf.mul(labels, logits));';
    const file = write('hashed.mjs', code);
    const loss = await loadOwnLoss(file, loadModule);
    const sha256 = createHash('sha256').update(code).digest('hex');
    expect(loss).toMatchObject({ path: file, sha256 });
    const [started] = only(await trained(wasm, loss), 'started');
    expect(started?.setting.ownLoss).toEqual({ module: file, sha256 });
  });

  test('is read anew once it was edited', async () => {
    await wasm.activate();
    const valueOf = async (factor: number): Promise<number> => {
      const file = write(
        'edited.mjs',
        `export default (tf, y, z) => tf.mean(tf.mul(z, ${factor}));`,
      );
      return (await loadOwnLoss(file, loadModule)).value(tf.tensor2d([[1, 2]]), Uint8Array.of(0));
    };
    expect(await valueOf(2)).toBeCloseTo(3, 6);
    expect(await valueOf(4)).toBeCloseTo(6, 6);
  });

  test('that throws is told with its line', async () => {
    const file = write(
      'throws.mjs',
      'export default (tf, labels) => {',
      '  return labels.no();',
      '};',
    );
    const loss = await loadOwnLoss(file, loadModule);
    const said = await problemOf(() => trained(wasm, loss));
    expect(said).toBe(
      `The loss in ${file}: it threw “labels.no is not a function” at ${file}:2:17.`,
    );
  });

  test('without a function to give, is refused', async () => {
    for (const code of ['export const loss = 1;', 'export default 3;'])
      expect(await problemOf(() => loadOwnLoss(write('none.mjs', code), loadModule))).toContain(
        'none.mjs: its default export is no function. Write: export default',
      );
  });

  test('that is not there is told as a file', async () => {
    const said = await problemOf(() => loadOwnLoss(path.join(folder, 'gone.mjs'), loadModule));
    expect(said).toContain('gone.mjs: it does not exist.');
  });

  test.each([
    ["Unexpected token 'export'", 'it is read as CommonJS (Unexpected token'],
    ["Unexpected token ';'", 'it is no JavaScript (Unexpected token'],
  ])('with the syntax error %s says what to do', async (error, problem) => {
    const said = await problemOf(() =>
      loadOwnLoss('a.js', () => Promise.reject(new SyntaxError(error))),
    );
    expect(said).toContain(problem);
  });
});

test('a spec that names a module is not trained without it', async () => {
  const spec = { ...tinySpec('cross-entropy'), loss: ownLossSpec('a.mjs') };
  await expect(eventsOf(spec, wasm)).rejects.toThrow('module');
  await expect(async () => {
    const events = train(tinySpec('cross-entropy'), tinyData, new TrainingControl(), wasm, {
      ownLoss: own(crossEntropy),
    });
    await events.next();
  }).rejects.toThrow('module');
  expect(lossSpec('cross-entropy').module).toBeNull();
});
