import { describe, expect, it } from 'vitest';
import type { Purpose } from '../../../src/run/purpose.ts';
import type { Run } from '../../../src/run/run.ts';
import { nameWithoutSeed, seedGroups } from '../../../src/run/seed-groups.ts';
import { runOf } from '../insight/runs.ts';

const seeded = (seed: number, name = `CE · seed ${seed}`, purpose?: Purpose): Run => {
  const run = runOf({ name, group: 'g', spec: { seed } });
  run.identity = { ...run.identity, ...(purpose && { purpose }) };
  return run;
};

const told = (runs: readonly Run[]): unknown[] =>
  seedGroups(runs).map(({ name, runs: of }) => [
    name,
    of.map(({ identity }) => identity.spec.seed),
  ]);

describe('the runs of one experiment', () => {
  it('are a group by their seeds, where the first of them stands', () => {
    const other = runOf({ name: 'MSE', loss: 'mean-squared-error' });
    expect(told([seeded(3), other, seeded(1)])).toEqual([
      ['CE', [3, 1]],
      ['MSE', [1]],
    ]);
  });

  it('keep their seed in the name while there is one', () => {
    expect(told([seeded(3)])).toEqual([['CE · seed 3', [3]]]);
  });

  it('that repeat a seed begin a group of their own', () => {
    expect(told([seeded(1), seeded(2), seeded(1)])).toEqual([
      ['CE', [1, 2]],
      ['CE · seed 1', [1]],
    ]);
  });

  it('are apart if they were started for different reasons or were called apart', () => {
    const final = seeded(2, 'CE · seed 2', { kind: 'fair' });
    expect(seedGroups([seeded(1), final])).toHaveLength(2);
    expect(seedGroups([seeded(1), seeded(2, 'the good one')])).toHaveLength(2);
  });
});

describe('a name without the seed', () => {
  const nameOf = (name: string, seed: number): string =>
    nameWithoutSeed(seeded(seed, name).identity);

  it('is the same in whatever language it was given', () => {
    expect(nameOf('CE · rate 0.1 · seed 12', 12)).toBe('CE · rate 0.1');
    expect(nameOf('交叉熵 · 随机种子 12', 12)).toBe('交叉熵');
  });

  it('keeps a number that is not the seed', () => {
    expect(nameOf('CE · rate 0.1', 1)).toBe('CE · rate 0.1');
    expect(nameOf('CE · seed 12', 2)).toBe('CE · seed 12');
  });
});
