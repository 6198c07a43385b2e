import { describe, expect, it } from 'vitest';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { findingsOf } from '../../../src/insight/insights.ts';
import { partsOf } from '../../../src/insight/parts.ts';
import { translator } from '../../../src/l10n.ts';
import type { Purpose } from '../../../src/run/purpose.ts';
import type { Run } from '../../../src/run/run.ts';
import { runOf, type Told } from './runs.ts';

const t = translator({}, 'en');

function ofPurpose(purpose: Purpose, told: Told): Run {
  const run = runOf(told);
  run.identity = { ...run.identity, purpose };
  return run;
}

const sweepRun = (learningRate: number, told: Told): Run =>
  ofPurpose(
    { kind: 'sweep' },
    { ...told, spec: { optimizer: wholeOptimizer({ name: 'sgd', learningRate }) } },
  );

const base = runOf({});
const trial = ofPurpose({ kind: 'remedy', of: 'CE-0', rule: 'plateau' }, { name: 'trial' });
const final = ofPurpose({ kind: 'fair' }, { name: 'final' });
const sweep = [
  sweepRun(0.1, { accuracies: [0.1, 0.7], outcome: 'completed' }),
  sweepRun(0.316, { accuracies: [0.1, 0.9, 0.8], outcome: 'completed' }),
  sweepRun(1, { accuracies: [0.1, 0.95], outcome: 'diverged' }),
];

describe('the parts of a comparison', () => {
  it('are the final runs, then the others with the trials of remedies, then the sweep', () => {
    const parts = partsOf([base, ...sweep, final, trial]);
    expect(parts.map(({ kind, runs }) => [kind, runs.length])).toEqual([
      ['fair', 1],
      ['own', 2],
      ['sweep', 3],
    ]);
    expect(parts.map(({ title }) => t(title))).toEqual([
      'What the final runs show',
      'What the other runs show',
      'What the sweep shows',
    ]);
  });

  it('have a plain title where there is one', () => {
    expect(partsOf([base]).map(({ title }) => t(title))).toEqual(['What this run shows']);
    expect(partsOf([base, trial]).map(({ title }) => t(title))).toEqual(['What these runs show']);
    expect(partsOf([])).toEqual([]);
  });
});

describe('a sweep', () => {
  it('is told by what it found, not run by run', () => {
    const findings = findingsOf({ kind: 'sweep', runs: sweep });
    expect(findings.flatMap(({ text }) => text.map(t))).toEqual([
      // The best of those that did not diverge, by its best epoch.
      'Cross-entropy: rates tried 3 (0.1–1); best 0.316, with 90.0%.',
      '1 of them diverged.',
    ]);
  });

  it('has no best before the first epoch', () => {
    const [finding] = findingsOf({ kind: 'sweep', runs: [sweepRun(0.1, {})] });
    expect(finding?.text.map(t)).toEqual([
      'Cross-entropy: rates tried 1 (0.1); none has been evaluated yet.',
    ]);
  });
});
