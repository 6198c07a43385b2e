import { describe, expect, it } from 'vitest';
import { translator } from '../../../src/l10n.ts';
import { gradientMaps } from '../../../webview/plots/gradient-map.ts';
import { flowPlot, layerPlot } from '../../../webview/plots/gradients.ts';
import { flowNotes } from '../../../webview/plots/flow-words.ts';
import { momentColumns, momentsOf, nearestMoment } from '../../../webview/plots/moments.ts';
import { quantities } from '../../../webview/plots/quantities.ts';
import { spreadPlot } from '../../../webview/plots/spread.ts';
import { pointsOf, type Trace } from '../../../webview/series/trace.ts';
import { drawing } from './drawing.ts';
import { runOf } from '../insight/runs.ts';

const t = translator({}, 'en');
const deep = runOf({
  firstNorms: [0.001, 0.1],
  norms: [
    [0.002, 0.2],
    [0.004, 0.4],
  ],
  accuracies: [0.1, 0.2],
});
const short = runOf({ name: 'MSE', position: 1, firstNorms: [3], norms: [[4]], accuracies: [0.1] });

describe('the moments of gradients', () => {
  it('are step 1 and the epochs that any run has measured', () => {
    expect(momentsOf([short, deep])).toEqual([0, 1, 2]);
  });

  it('have room for what is planned while a run trains, and none once it has ended', () => {
    expect(momentColumns([deep]).at(-1)).toBe(30);
    expect(momentColumns([{ ...deep, state: 'completed' }])).toEqual([0, 1, 2]);
  });

  it('are not squeezed by a long plan', () => {
    const { identity } = deep;
    const long = { ...deep, identity: { ...identity, spec: { ...identity.spec, epochs: 2000 } } };
    expect(momentColumns([long]).at(-1)).toBe(32);
  });

  it('are kept as near as the runs have them', () => {
    expect([0, 1, 7].map((wanted) => nearestMoment([1, 2, 5], wanted))).toEqual([1, 1, 5]);
    expect(nearestMoment([], 3)).toBeNull();
  });
});

describe('a map of gradients', () => {
  it('has a row a layer and a column a moment, and nothing where a run has not measured', () => {
    const [map] = gradientMaps('norm', [deep]);
    expect(map?.values.map((of) => of.slice(0, 4))).toEqual([
      [0.001, 0.002, 0.004, undefined],
      [0.1, 0.2, 0.4, undefined],
    ]);
  });

  it('shares columns and one scale with the maps of all runs', () => {
    const [one, other] = gradientMaps('norm', [deep, short]);
    expect(one?.scale).toEqual(other?.scale);
    expect(one?.columns).toEqual(other?.columns);
    expect([one?.scale.min, one?.scale.max]).toEqual([0.001, 5]);
  });

  it('keeps its scale where another run flies off, but not where all do', () => {
    const wild = runOf({
      name: 'wild',
      firstNorms: [1, 1],
      norms: [[1e9, 1e30]],
      outcome: 'diverged',
    });
    expect(gradientMaps('norm', [deep, wild])[1]?.scale.max).toBe(1);
    expect(gradientMaps('norm', [wild])[0]?.scale.max).toBe(1e30);
  });

  it('shows shares from none to all', () => {
    const [map] = gradientMaps('zeros', [deep]);
    expect([map?.scale.kind, map?.scale.min, map?.scale.max]).toEqual(['linear', 0, 1]);
  });
});

describe('the flow through the layers', () => {
  it('is told by the two ends and their ratio', () => {
    expect(flowNotes([deep], quantities.norm, 1).map(t)).toEqual([
      'CE, epoch 1: 0.002 at the first layer, dense-1; 0.2 at the output, dense-2; a ratio of 0.01.',
    ]);
  });

  it('is that of the chosen moment, and says which run has none', () => {
    const plot = flowPlot(drawing([deep, short]), quantities.norm, 2);
    expect(plot.series.map(({ trace }) => pointsOf(trace).map(({ y }) => y))).toEqual([
      [0.004, 0.4],
      [],
    ]);
    expect(plot.notes.map(t).at(-1)).toBe('MSE has measured nothing at epoch 2.');
  });

  it('has no ratio to a gradient of 0', () => {
    const dead = runOf({ firstNorms: [1, 0] });
    expect(flowNotes([dead], quantities.norm, null).map(t)).toEqual([
      'CE, step 1: 1 at the first layer, dense-1; 0 at the output, dense-2.',
    ]);
  });
});

describe('the lines of a layer', () => {
  it('are empty, not invalid, for a run without that layer', () => {
    const series = layerPlot(1, drawing([deep, short])).series[1];
    expect([series && pointsOf(series.trace), series?.marks]).toEqual([[], []]);
  });

  it('have the mean and a standard deviation to either side, by step 1 and epoch', () => {
    const { series, y } = spreadPlot(0, drawing([deep])); // mean 0, std like the norm
    const ys = (trace: Trace | undefined): number[] =>
      trace === undefined ? [] : pointsOf(trace).map((point) => point.y);
    expect(ys(series[0]?.trace)).toEqual([0, 0, 0]);
    expect(ys(series[0]?.band?.upper)).toEqual([0.001, 0.002, 0.004]);
    expect(ys(series[0]?.band?.lower)).toEqual([-0.001, -0.002, -0.004]);
    expect([y.min, y.max]).toEqual([-0.004, 0.004]);
  });
});
