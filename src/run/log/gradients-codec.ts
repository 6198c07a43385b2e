import type { GradientsEvent, LayerStatistics } from '../event.ts';
import type { Occurrence } from './event-proto.ts';
import { scalar, type Scalars } from './scalars.ts';
import type { SummaryValue } from './summary-proto.ts';

type Window = GradientsEvent['window'];

/** The first step has tags of its own, or TensorBoard would draw it into the curve of the epochs. */
const prefixes: Readonly<Record<Window, string>> = {
  'first-step': 'first_step_gradients/',
  epoch: 'gradients/',
};

/** `<prefix><layer>/<statistic>`, and `<prefix>epoch` for the number of the epoch. */
export function encodeGradients(
  { window, epoch, layers }: GradientsEvent,
  layerNames: readonly string[],
): SummaryValue[] {
  const prefix = prefixes[window];
  return [
    scalar(`${prefix}epoch`, epoch),
    ...layers.flatMap((layer, index) =>
      encodeLayer(`${prefix}${layerNames[index] ?? `layer-${String(index + 1)}`}`, layer),
    ),
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
  for (const tag of layerTags(scalars, prefix)) {
    const layer = decodeLayer(scalars, tag);
    if (layer === undefined) return undefined;
    layers.push(layer);
  }
  return { type: 'gradients', ...when, window, epoch, layers };
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
