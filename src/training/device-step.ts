import type * as tf from '@tensorflow/tfjs-core';
import type { Device, Move } from './backend/device.ts';
import type { Batch } from './batches.ts';
import { parametersOf, type Layer } from './layer.ts';
import type { LabelDoubt } from './label-doubt.ts';
import type { Network, NetworkStep } from './network.ts';
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
  readonly doubt: LabelDoubt | undefined;
}

/** What `Network.step` says of a step, from what a device tells late; fills histograms and doubt then. */
export async function deviceStep(
  { layers, objective, backend }: Pick<Network, 'layers' | 'objective' | 'backend'>,
  { batch, rule, device, logits, gradients, histograms, doubt }: Submitted,
): Promise<NetworkStep> {
  // A copy: the batch holds them until the next alone.
  const labels = batch.labels.slice();
  const moves = movesOf(layers, gradients, rule, histograms !== undefined);
  const asked = objective.reads(logits, labels);
  // The tape has freed the gradient that it went down by.
  const doubted = doubt ? [logits, objective.gradient(backend, logits, labels)] : [];
  const reads = [...doubted, ...(asked ? [asked] : [])];
  const { kept } = objective;
  const of = { rule, moves, logits, labels, images: batch.count, kept, reads };
  const report = await device.step(of);
  const [z, g] = report.reads;
  if (z && g) doubt?.add(z, g, labels);
  report.histograms.forEach((counts, layer) => addTo(histograms?.[layer], counts));
  const measured = objective.measure(report.reads[doubted.length], labels, report.rulers);
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
