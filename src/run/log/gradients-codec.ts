import type { GradientsEvent, LayerStatistics } from '../event.ts';
import type { Histogram } from '../histogram.ts';
import type { Occurrence } from './event-proto.ts';
import { bucketsOf, histogramFrom } from './histogram-codec.ts';
import { scalar, type Scalars } from './scalars.ts';
import type { SummaryValue } from './summary-proto.ts';

type Window = GradientsEvent['window'];

/** The first step has tags of its own, or TensorBoard would draw it into the curve of the epochs. */
const prefixes: Readonly<Record<Window, string>> = {
  'first-step': 'first_step_gradients/',
  epoch: 'gradients/',
};

/**
 * `<prefix><layer>/<statistic>`, `<prefix><layer>/histogram` where there is one, and `<prefix>epoch` for
 * the number of the epoch.
 */
export function encodeGradients(
  { window, epoch, layers, histograms }: GradientsEvent,
  layerNames: readonly string[],
): SummaryValue[] {
  const prefix = prefixes[window];
  return [
    scalar(`${prefix}epoch`, epoch),
    ...layers.flatMap((layer, index) => {
      const tag = `${prefix}${layerNames[index] ?? `layer-${String(index + 1)}`}`;
      return [...encodeLayer(tag, layer), ...encodeHistogram(tag, histograms?.[index])];
    }),
  ];
}

function encodeLayer(tag: string, layer: LayerStatistics): SummaryValue[] {
  return [
    scalar(`${tag}/norm`, layer.norm),
    scalar(`${tag}/max_norm`, layer.maxNorm),
    scalar(`${tag}/mean`, layer.mean),
    scalar(`${tag}/std`, layer.std),
    scalar(`${tag}/zero_fraction`, layer.zeroFraction),
    scalar(`${tag}/update_ratio`, layer.updateRatio),
  ];
}

function encodeHistogram(tag: string, histogram: Histogram | undefined): SummaryValue[] {
  if (!histogram) return [];
  return [{ type: 'histogram', tag: `${tag}/histogram`, buckets: bucketsOf(histogram) }];
}

export function decodeGradients(scalars: Scalars, when: Occurrence): GradientsEvent | undefined {
  return decodeWindow('epoch', scalars, when) ?? decodeWindow('first-step', scalars, when);
}

function decodeWindow(
  window: Window,
  scalars: Scalars,
  when: Occurrence,
): GradientsEvent | undefined {
  const prefix = prefixes[window];
  const epoch = scalars.getCount(`${prefix}epoch`);
  if (epoch === undefined) return undefined;
  const layers: LayerStatistics[] = [];
  const histograms: Histogram[] = [];
  for (const tag of layerTags(scalars, prefix)) {
    const layer = decodeLayer(scalars, tag);
    if (layer === undefined) return undefined;
    layers.push(layer);
    const buckets = scalars.buckets(`${tag}/histogram`);
    const histogram = buckets && histogramFrom(buckets);
    if (histogram) histograms.push(histogram);
  }
  // One a layer or none: with one missing, nobody could say whose the others are.
  const isWhole = histograms.length === layers.length && layers.length > 0;
  return { type: 'gradients', ...when, window, epoch, layers, ...(isWhole && { histograms }) };
}

/** The tags without the statistic's name, in their order; a layer's name may hold slashes too. */
function layerTags(scalars: Scalars, prefix: string): Set<string> {
  const ofStatistics = scalars.tags.filter((tag) => tag.lastIndexOf('/') >= prefix.length);
  return new Set(ofStatistics.map((tag) => tag.slice(0, tag.lastIndexOf('/'))));
}

function decodeLayer(scalars: Scalars, tag: string): LayerStatistics | undefined {
  const norm = scalars.get(`${tag}/norm`);
  const maxNorm = scalars.get(`${tag}/max_norm`);
  const mean = scalars.get(`${tag}/mean`);
  const std = scalars.get(`${tag}/std`);
  const zeroFraction = scalars.get(`${tag}/zero_fraction`);
  const updateRatio = scalars.get(`${tag}/update_ratio`);
  if (norm === undefined || maxNorm === undefined || mean === undefined) return undefined;
  if (std === undefined || zeroFraction === undefined || updateRatio === undefined) {
    return undefined;
  }
  return { norm, maxNorm, mean, std, zeroFraction, updateRatio };
}
