import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { translator } from '../../src/l10n.ts';
import { startWebglWorker, type WebglWorker } from './webgl/harness.ts';

const english = translator({}, 'en');
let worker: WebglWorker;
beforeAll(async () => void (worker = await startWebglWorker()));
afterAll(() => worker.close());

describe('a device that is taken away', () => {
  test.each([0, 3, 5, 8, 15])(
    'at step %d: another one goes on, and nothing is told twice',
    async (step) => {
      const { outlines, moves, losses } = await worker.call('loseContext', step);
      expect(outlines[0]).toEqual(outlines[1]);
      expect(moves).toHaveLength(1);
      losses[1].forEach((loss, i) => expect(losses[0][i]).toBeCloseTo(loss, 4));
    },
  );

  test('for good: the kernels go on, and the notice says so', async () => {
    const { outlines, moves, losses } = await worker.call('loseForGood', 8);
    expect(outlines[0]).toEqual(outlines[1]);
    const [move] = moves;
    expect(move?.type === 'moved' && english(move.reason)).toMatch(
      /lost after step \d+. Training goes on from the end of epoch 1, on the processor/,
    );
    losses[1].forEach((loss, i) => expect(losses[0][i]).toBeCloseTo(loss, 4));
  });
});

test.each([
  ['missing', 'There is no WebGL 2'],
  ['no floats', 'no textures of 32-bit numbers'],
  ['software', 'computed by the processor'],
] as const)('WebGL that is %s: the kernels train, and say why', async (why, text) => {
  const { name, notice } = await worker.call('refused', why);
  expect(name).toBe('wasm');
  expect(notice).toContain(text);
});
