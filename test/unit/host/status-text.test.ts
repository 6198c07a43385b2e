import { describe, expect, it } from 'vitest';
import { statusText, statusTooltip } from '../../../src/host/views/status-text.ts';
import { message, translator } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';
import { batch, epoch, identity, runOf, setting, started } from '../make-run.ts';

const t = translator({}, 'en');
const falling = Array.from({ length: 40 }, (_, index) =>
  batch(index + 1, 0.231 * (2 - index / 39)),
);
const finished = { type: 'finished', wallTime: 9, step: 40 } as const;

describe('statusText', () => {
  it('shows the live loss, its trend and the epoch', () => {
    const run = runOf([started(), ...falling, epoch(12, 0.8)], identity({}, { epochs: 50 }));
    expect(statusText(run, t)).toBe('$(pulse) CE 0.231 ↓ 12/50');
  });

  it('spins while a run has no loss yet', () => {
    expect(statusText(runOf([]), t)).toBe('$(loading~spin) CE queued');
    expect(statusText(runOf([started()]), t)).toBe('$(pulse) CE');
  });

  it('says diverged instead of a number', () => {
    const run = runOf([
      started(),
      batch(1, NaN),
      { ...finished, outcome: 'diverged', reason: message('NaN') },
    ]);
    expect(statusText(run, t)).toBe('$(warning) CE diverged');
  });

  it('keeps the last loss of a run that was stopped', () => {
    const run = runOf([started(), ...falling, { ...finished, outcome: 'stopped' }]);
    expect(statusText(run, t)).toBe('$(debug-stop) CE 0.231 0/30');
  });
});

describe('statusTooltip', () => {
  it('gives figures and links for a running job', () => {
    const run = runOf([started(), batch(1, 0.5), epoch(10, 0.8123)]);
    const tooltip = statusTooltip([run], t);
    expect(tooltip).toContain('**Cross\\-entropy** · running');
    expect(tooltip).toContain(
      'loss of the last batch 0.5 · validation accuracy 81.2% · 40,000 images/s · 5s left',
    );
    expect(tooltip).toContain('[Stop](command:lossLab.stop?%5B%22a-run%22%5D)');
  });

  it('has no stop link for a run that has ended', () => {
    const run = runOf([started(), batch(1, 0.5), { ...finished, outcome: 'completed' }]);
    expect(statusTooltip([run], t)).not.toContain('lossLab.stop');
  });

  it('says once of all its runs why they are slow', () => {
    const notice = message('No SIMD (here).');
    const slow = (): Run =>
      runOf([{ type: 'started', wallTime: 1, step: 0, setting: { ...setting, notice } }]);
    const tooltip = statusTooltip([slow(), slow()], t);
    expect(tooltip.match(/\$\(info\) No SIMD \\\(here\\\)\\\./g)).toHaveLength(1);
    expect(statusTooltip([runOf([started()])], t)).not.toContain('$(info)');
  });

  it('shows a name as it was typed, not as markdown', () => {
    expect(statusTooltip([runOf([], identity({ name: '[x](command:evil)' }))], t)).toContain(
      '\\[x\\]\\(command:evil\\)',
    );
  });
});
