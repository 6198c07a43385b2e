import type * as tf from '@tensorflow/tfjs-core';
import type { Device, Move } from './backend/device.ts';
import type { Batch } from './batches.ts';
import { parametersOf, type Layer } from './layer.ts';
import type { NetworkStep } from './network.ts';
import type { Objective } from './objectives/objective.ts';
import { noPenalties, type UpdateRule } from './update-rule.ts';

interface Submitted {
  readonly batch: Batch;
  readonly rule: UpdateRule;
  readonly device: Device;
  readonly logits: tf.Tensor2D;
  /** One a parameter, in the order of the layers. */
  readonly gradients: readonly tf.Tensor[];
  /** One a layer, for the gradients at its weights. */
  readonly histograms: readonly Float64Array[] | undefined;
}

/** What `Network.step` says of a step, from what a device tells late; takes the histograms then. */
export async function deviceStep(
  { layers, objective }: { readonly layers: readonly Layer[]; readonly objective: Objective },
  { batch, rule, device, logits, gradients, histograms }: Submitted,
): Promise<NetworkStep> {
  // A copy: the batch holds them until the next alone.
  const labels = batch.labels.slice();
  const moves = movesOf(layers, gradients, rule, histograms !== undefined);
  const read = objective.reads(logits, labels);
  const { kept } = objective;
  const report = await device.step({
    rule,
    moves,
    logits,
    labels,
    images: batch.count,
    kept,
    read,
  });
  report.histograms.forEach((counts, layer) => addTo(histograms?.[layer], counts));
  const measured = objective.measure(report.read, labels, report.rulers);
  let at = 0;
  return {
    measured: {
      rulers: report.rulers,
      objective: { ...measured, examples: objective.examples(labels) },
    },
    layers: layers.map((layer) => {
      const from = at;
      at += parametersOf(layer).length;
      return { name: layer.name, tensors: report.sums.slice(from, at) };
    }),
    clipping: report.clipping,
  };
}

function movesOf(
  layers: readonly Layer[],
  gradients: readonly tf.Tensor[],
  { penalties }: UpdateRule,
  isSampled: boolean,
): Move[] {
  const left = gradients.values();
  return layers.flatMap((layer) =>
    parametersOf(layer).map((parameter, p) => {
      const { value: gradient } = left.next();
      if (!gradient) throw new RangeError('A parameter without a gradient');
      const isWeights = p === 0;
      return {
        parameter,
        gradient,
        penalties: isWeights ? penalties : noPenalties,
        isSampled: isSampled && isWeights,
      };
    }),
  );
}

function addTo(bins: Float64Array | undefined, counts: Float32Array): void {
  counts.forEach((count, bin) => bins && (bins[bin] = (bins[bin] ?? 0) + count));
}
