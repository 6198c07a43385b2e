import type { LossName } from '../../src/experiment/losses/catalogue.ts';
import { metrics } from '../../src/experiment/metrics/catalogue.ts';
import { accuracyPlot } from '../plots/accuracy.ts';
import type { Drawing } from '../plots/drawing.ts';
import { outputPlot } from '../plots/gradients.ts';
import { lossPlot } from '../plots/loss.ts';
import { measuredMetrics, metricPlot } from '../plots/metrics.ts';
import type { Plot } from '../plots/plot.ts';
import { shownLosses } from '../panel/shown-losses.ts';

/** A plot of a comparison, and which of its values are good; undefined where neither end is. */
export interface Reported {
  readonly plot: Plot;
  readonly better: 'higher' | 'lower' | undefined;
}

/** Every line plot of the runs: the curves, the metrics, and the gradient where it begins. */
export function allPlots(drawing: Drawing, picked: readonly LossName[]): Reported[] {
  const { runs } = drawing;
  const losses = shownLosses(runs, picked).map((of) => lossPlot(of, drawing));
  return [
    { plot: accuracyPlot(drawing), better: 'higher' },
    ...losses.map((plot): Reported => ({ plot, better: 'lower' })),
    ...measuredMetrics(runs).map((name) => ({
      plot: metricPlot(name, drawing),
      better: metrics[name].better,
    })),
    { plot: outputPlot(drawing), better: undefined },
  ];
}
