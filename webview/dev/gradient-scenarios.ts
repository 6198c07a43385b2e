import type { LayerStatistics, RunEvent } from '../../src/run/event.ts';
import type { Histogram } from '../../src/run/histogram.ts';
import { applyEvent } from '../../src/run/reduce.ts';
import type { Run } from '../../src/run/run.ts';

/* Invented gradients, to look at the Gradients tab without a training. */

/** Goes on for `epochs` more, with one spike, one NaN and a layer that dies. */
export function withManyEpochs(run: Run, epochs: number): Run {
  const layers = run.setting?.layers ?? [];
  for (let epoch = run.gradients.epoch.length + 1; epoch <= epochs; epoch++) {
    const statistics = layers.map((_, layer) => statisticsOf(0.3 * wave(epoch, layer)));
    if (epoch === 700) statistics[0] = statisticsOf(40);
    if (epoch === 1234 || epoch === 321) statistics[1] = statisticsOf(NaN);
    if (epoch > 1600) statistics[layers.length - 1] = { ...statisticsOf(0), zeroFraction: 1 };
    applyEvent(run, gradientsEvent(run, epoch, statistics));
  }
  return run;
}

/** Explodes after what it has: each layer more than the one before it, until nothing is finite. */
export function withExplosion(run: Run): Run {
  const layers = run.setting?.layers ?? [];
  const start = run.gradients.epoch.length;
  for (let epoch = start + 1; epoch <= start + 6; epoch++) {
    const size = (layer: number): number => 10 ** (3 * (epoch - start) ** 1.6 - layer);
    const statistics = layers.map((_, layer) =>
      statisticsOf(size(layer) > 3e38 ? (layer % 2 === 0 ? NaN : Infinity) : size(layer)),
    );
    applyEvent(run, gradientsEvent(run, epoch, statistics));
  }
  return run;
}

/** As it was read from a folder of an earlier version. */
export function withoutHistograms(run: Run): Run {
  run.gradients.histograms = run.gradients.histograms.map(() => null);
  return run;
}

function gradientsEvent(run: Run, epoch: number, layers: readonly LayerStatistics[]): RunEvent {
  const steps = run.setting?.stepsPerEpoch ?? 1;
  const elements = 3000;
  return {
    type: 'gradients',
    window: 'epoch',
    epoch,
    step: epoch * steps,
    wallTime: (run.lastEventAt ?? 0) + 0.1,
    layers,
    histograms: layers.map(({ std }) => normalHistogram(std, elements)),
  };
}

const wave = (epoch: number, layer: number): number =>
  Math.exp(-epoch / 900 - layer * 1.5) * (1 + 0.5 * Math.sin(epoch / 60 + layer));

export function statisticsOf(norm: number): LayerStatistics {
  return {
    norm,
    maxNorm: norm * 1.9,
    mean: norm * -1.2e-4,
    std: norm * 0.0031,
    zeroFraction: 0.0712,
    updateRatio: norm * 0.012,
  };
}

/** Of numbers from a normal distribution around 0, with one in fourteen exactly 0. */
export function normalHistogram(std: number, elements: number): Histogram {
  if (!Number.isFinite(std)) {
    return { lowest: 0, negative: [], zeros: 0, positive: [], notFinite: elements };
  }
  const zeros = std === 0 ? elements : Math.round(elements / 14);
  if (std === 0) return { lowest: 0, negative: [], zeros, positive: [], notFinite: 0 };
  const top = Math.ceil(Math.log2(4 * std));
  const lowest = top - 16;
  const counts = Array.from({ length: 17 }, (_, i) => {
    const [from, to] = [2 ** (lowest + i) / std, 2 ** (lowest + i + 1) / std];
    return Math.round(((elements - zeros) / 2) * (normalShare(to) - normalShare(from)));
  });
  return { lowest, negative: counts, zeros, positive: counts, notFinite: 0 };
}

/** The share within ±x, by Abramowitz and Stegun 7.1.26. */
function normalShare(x: number): number {
  const z = x / Math.SQRT2;
  const k = 1 / (1 + 0.3275911 * z);
  const series = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592];
  return 1 - series.reduce((sum, a) => (sum + a) * k, 0) * Math.exp(-z * z);
}
