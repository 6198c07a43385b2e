import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  comparisonProgress,
  gather,
  isComparison,
  viewTitle,
  type Comparison,
} from '../../../src/insight/comparisons.ts';
import { studies } from '../../../src/insight/studies/catalogue.ts';
import { translator } from '../../../src/l10n.ts';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import type { LossName } from '../../../src/experiment/losses/catalogue.ts';
import type { Purpose } from '../../../src/run/purpose.ts';
import type { Run, RunState } from '../../../src/run/run.ts';
import { identity, runOf } from '../make-run.ts';

const t = translator({}, 'en');
const chinese = JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8')) as Record<
  string,
  string
>;

/** In letters of the Latin alphabet, of which a Chinese character has the width of two. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0);

function run(comparison: string, purpose?: Purpose, lossName: LossName = 'cross-entropy'): Run {
  const loss = lossSpec(lossName);
  return runOf([], identity({ comparison, ...(purpose && { purpose }) }, { loss }));
}

function many(length: number, comparison: string, purpose?: Purpose): Run[] {
  return Array.from({ length }, () => run(comparison, purpose));
}

/** The only row of these runs, which has to be a comparison. */
function only(runs: readonly Run[]): Comparison {
  const [row, ...others] = gather(runs);
  if (row === undefined || !isComparison(row) || others.length > 0)
    throw new Error('Not gathered into one row');
  return row;
}

function inStates(...states: RunState[]): string {
  const runs = many(states.length, 'a');
  for (const [at, state] of states.entries()) Object.assign(runs[at] ?? {}, { state });
  return t(comparisonProgress(only(runs)));
}

describe('Runs in a list', () => {
  test('four of one comparison are rows of their own, five are one', () => {
    const four = many(4, 'a');
    expect(gather(four)).toEqual(four);
    expect(only(many(5, 'a')).runs).toHaveLength(5);
  });

  test('a comparison stands where its first run does, and has those that came between others', () => {
    const [first, other, last] = [many(3, 'a'), run('b'), many(3, 'a')];
    const rows = gather([...first, other, ...last]);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ id: 'a', runs: [...first, ...last] });
    expect(rows[1]).toBe(other);
  });

  test('one run of a sweep or a study is enough, the trial of a remedy is not', () => {
    const remedy: Purpose = { kind: 'remedy', of: 'x', rule: 'y' };
    expect(only([run('a', { kind: 'sweep' })]).kind).toBe('fair');
    expect(only([run('a', { kind: 'study', study: 'depth', arm: 'relu' })]).kind).toBe('study');
    expect(gather([run('a'), run('a', remedy)]).some(isComparison)).toBe(false);
  });
});

describe('The name of a comparison', () => {
  test('of a fair one has the losses that are swept, each once', () => {
    const sweep = (name: LossName): Run => run('a', { kind: 'sweep' }, name);
    const begunWith = run('a', undefined, 'mean-absolute-error');
    const pair = [sweep('cross-entropy'), sweep('cross-entropy'), sweep('mean-squared-error')];
    expect(t(only([...pair, begunWith]).title)).toBe('Fair comparison: CE and MSE');
    expect(t(only([...pair, begunWith]).short)).toBe('Fair: CE and MSE');
    expect(t(only([...pair, sweep('hinge')]).title)).toBe('Fair comparison: CE, MSE, hinge');
  });

  test('of a study is that of the study; of one that this version does not know, what it holds', () => {
    const study = (name: string): Run => run('a', { kind: 'study', study: name, arm: 'relu' });
    expect(only([study('depth')]).title).toEqual(studies.depth.title);
    expect(only([study('depth')]).short).toEqual(studies.depth.short);
    expect(t(only([study('gone')]).title)).toBe('Cross-entropy');
  });

  test('of a study leaves room for its figures in a narrow list, in both languages', () => {
    for (const to of [t, translator(chinese, 'zh-cn')])
      for (const { short } of Object.values(studies))
        expect(widthOf(to(short)), to(short)).toBeLessThanOrEqual(18);
  });

  test('of many others has the first alone where it is to be short', () => {
    const names = ['CE', 'MSE', 'MAE', 'hinge', 'focal'];
    const runs = names.map((name) => runOf([], identity({ comparison: 'a', name }, {})));
    expect(t(only(runs).short)).toBe('CE and 4 more');
    expect(t(only(runs).title)).toBe('CE, MSE and 3 more');
  });
});

describe('The title of a view', () => {
  const sweep = many(5, 'a', { kind: 'sweep' });

  test('is that of the comparison where all are of one', () => {
    expect(t(viewTitle(sweep))).toBe('Fair comparison: CE');
    expect(t(viewTitle([...sweep, run('b')]))).not.toMatch('Fair');
  });

  test('has the names of a few runs that were chosen of it', () => {
    expect(t(viewTitle(sweep.slice(0, 1)))).toBe('Cross-entropy');
  });
});

describe('How far a comparison is', () => {
  test('counts those that have ended, and says what the others do', () => {
    expect(inStates('completed', 'diverged', 'running', 'queued', 'paused')).toBe('2 of 5 done · running');
    expect(inStates('completed', 'queued', 'queued', 'queued', 'paused')).toBe('1 of 5 done · paused');
    expect(inStates('queued', 'queued', 'queued', 'queued', 'queued')).toBe('0 of 5 done · queued');
  });

  test('once all have ended tells those that did not complete', () => {
    expect(inStates('completed', 'completed', 'completed', 'completed', 'completed')).toBe('5 runs');
    expect(inStates('completed', 'diverged', 'failed', 'diverged', 'stopped')).toBe('5 runs · 2 diverged · 1 failed · 1 stopped');
  });
}); // prettier-ignore
