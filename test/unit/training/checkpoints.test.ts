import { expect, test } from 'vitest';
import { noHistory } from '../../../src/training/early-stopping.ts';
import type { Checkpoint } from '../../../src/run/checkpoint/checkpoint.ts';
import { Checkpoints } from '../../../src/training/checkpoints.ts';

const of = (epoch: number): Checkpoint => ({
  epoch,
  step: epoch,
  tensors: new Map(),
  order: new Uint32Array(),
  random: {},
  validation: noHistory,
});

function setUp() {
  const kept: string[] = [];
  const clock = { now: 0 };
  const checkpoints = new Checkpoints(
    ({ epoch }, kinds) => kept.push(`${kinds.join('+')} ${epoch}`),
    () => clock.now,
  );
  return { kept, clock, checkpoints };
}

test('epochs that follow each other fast are kept every 5 s, the newest each time', () => {
  const { kept, clock, checkpoints } = setUp();
  for (let epoch = 1; epoch <= 12; epoch++) {
    clock.now += 1000;
    checkpoints.add(of(epoch), true);
  }
  expect(kept).toEqual(['last+best 5', 'last+best 10']);
});

test('the best is kept as it was, though later epochs were not as good', () => {
  const { kept, checkpoints } = setUp();
  checkpoints.add(of(1), true);
  checkpoints.add(of(2), true);
  checkpoints.add(of(3), false);
  checkpoints.flush();
  expect(kept).toEqual(['best 2', 'last 3']);
});

test('nothing is kept twice', () => {
  const { kept, checkpoints } = setUp();
  checkpoints.add(of(1), true);
  checkpoints.flush();
  checkpoints.flush();
  checkpoints.add(of(2), false);
  checkpoints.flush();
  expect(kept).toEqual(['last+best 1', 'last 2']);
});
