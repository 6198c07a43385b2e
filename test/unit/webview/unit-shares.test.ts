import { describe, expect, it } from 'vitest';
import { translator } from '../../../src/l10n.ts';
import type { UnitFailure } from '../../../src/run/event.ts';
import type { Run } from '../../../src/run/run.ts';
import { flowNotes } from '../../../webview/plots/flow-words.ts';
import { gradientMaps } from '../../../webview/plots/gradient-map.ts';
import { layerPlot } from '../../../webview/plots/gradients.ts';
import { quantities } from '../../../webview/plots/quantities.ts';
import { layersOfAny } from '../../../webview/plots/quantity.ts';
import { pointsOf } from '../../../webview/series/trace.ts';
import { runOf } from '../insight/runs.ts';
import { drawing } from './drawing.ts';

const t = translator({}, 'en');
const { units } = quantities;

/** Two hidden layers and the output, measured before step 1 and after two epochs. */
function counted(kind: UnitFailure, shares: readonly (readonly number[])[]): Run {
  const norms = [1, 1, 1];
  const accuracies = [0.1, 0.2, 0.3];
  const run = runOf({ name: kind, firstNorms: norms, norms: [norms, norms], accuracies });
  run.evaluations.epoch = [0, 1, 2];
  run.evaluations.units = shares.map((share, at) => ({
    layer: `dense-${at + 1}`,
    kind,
    share: [...share],
  }));
  return { ...run, state: 'completed' };
}

const sigmoid = counted('saturated', [
  [0, 0.25, 0.5],
  [0.125, 0.5, 1],
]);
const relu = counted('dead', [[0, 0.5, 0.75]]);

describe('the shares of dead and saturated units', () => {
  it('are a map of the hidden layers by epoch, from the weights of step 1 on', () => {
    const [map] = gradientMaps('units', [sigmoid]);
    expect(map?.rows.entries.map(({ tick }) => tick)).toEqual(['dense-1', 'dense-2']);
    expect(map?.columns.moments).toEqual([0, 1, 2]);
    expect(map?.values).toEqual([
      [0, 0.25, 0.5],
      [0.125, 0.5, 1],
    ]);
    expect([map?.scale.kind, map?.scale.min, map?.scale.max]).toEqual(['linear', 0, 1]);
  });

  it('say of each value what failed', () => {
    const maps = gradientMaps('units', [sigmoid, relu]);
    expect(maps[0] && t(maps[0].tell(1, 0))).toBe('12.5% saturated');
    expect(maps[1] && t(maps[1].tell(0, 2))).toBe('75.0% dead');
    expect(units.kind?.(relu)?.text).toBe('share of a layer’s units that are dead');
  });

  it('are curves of the layers that have such units', () => {
    expect(layersOfAny([relu, sigmoid], units)).toEqual([0, 1]);
    const { series, y } = layerPlot(1, drawing([relu, sigmoid]), units);
    const ys = series.map(({ trace }) => pointsOf(trace).map((point) => point.y));
    expect(ys).toEqual([[], [0.125, 0.5, 1]]);
    expect([y.min, y.max]).toEqual([0, 1]);
  });

  it('go through the layers as far as the last hidden one', () => {
    expect(flowNotes([sigmoid], units, 1).map(t)).toEqual([
      'saturated, epoch 1: 25.0% at the first layer, dense-1; 50.0% at the last hidden layer, dense-2.',
    ]);
  });

  it('are not measured, rather than NaN, where an earlier version began the run', () => {
    const [map] = gradientMaps('units', [counted('dead', [[NaN, NaN, 0.5]])]);
    expect(map?.values).toEqual([[undefined, undefined, 0.5]]);
    expect(map && t(map.tell(0, 1))).toBe('not measured');
  });

  it('are missing for a reason in a run of an earlier version, and in a model without hidden layers', () => {
    expect(units.missing?.(counted('dead', []))?.text).toContain('an earlier version');
    expect(units.missing?.(runOf({ firstNorms: [1] }))?.text).toContain('no hidden layer');
    expect(units.missing?.(relu)).toBeUndefined();
    expect(gradientMaps('units', [counted('dead', [])])[0]?.rows.entries).toEqual([]);
  });
});
