import * as tf from '@tensorflow/tfjs-core';
import { binCount } from '../../../run/histogram.ts';
import { scoped } from '../../scope.ts';
import type { Device, DeviceStep, Move, StepReport } from '../device.ts';
import { clip } from './clip.ts';
import type { Context } from './context.ts';
import { histogram } from './histogram.ts';
import { WebglParameter } from './parameter.ts';
import { unpacked } from './program.ts';
import { Pack, Unpack } from './report.ts';
import { measureImages, measuresCount, readMeasures } from './rulers.ts';
import { readSums, sumsOfParameter } from './statistics.ts';

/** Steps under way: a transfer is noticed every 4 ms at best, which is a few steps of a small model. */
const depth = 8;

export class WebglDevice implements Device {
  readonly depth = depth;

  constructor(readonly context: Context) {}

  async step(step: DeviceStep): Promise<StepReport> {
    const values = scoped(() => this.context.read(this.#take(step)));
    return reportOf(step, await values);
  }

  isLost(): boolean {
    return this.context.isLost();
  }

  check(): void {
    this.context.check();
  }

  /** In the order of `reportOf`. */
  #take({ rule, moves, logits, labels, images, reads }: DeviceStep): tf.Tensor {
    const { backend } = this.context;
    const pack = new Pack();
    const y = tf.tensor1d(Float32Array.from(labels));
    pack.add(measureImages(backend, logits, y, images));
    for (const read of reads) pack.add(read);
    const own = moves.map((move) => ({ ...move, gradient: unpacked(backend, move.gradient) }));
    const clipping = rule.clipNorm === null ? undefined : clip(backend, own, rule.clipNorm);
    if (clipping) pack.add(clipping);
    const factor = clipping ?? tf.tensor1d([1]);
    for (const { parameter, gradient, penalties, isSampled } of own) {
      if (isSampled) pack.add(histogram(backend, gradient));
      pack.add(ofDevice(parameter).move(gradient, rule, factor, penalties));
    }
    return pack.tensor();
  }
}

/** What was taken, as numbers. */
function reportOf(
  { rule, moves, labels, images, kept, reads }: Omit<DeviceStep, 'logits'>,
  values: Float32Array,
): StepReport {
  const unpack = new Unpack(values);
  const rulers = readMeasures(unpack.next(measuresCount(images)), images, labels.length, kept);
  const asked = reads.map(({ size }) => unpack.next(size));
  const clipping = rule.clipNorm === null ? null : clippingOf(unpack.next(2));
  const histograms: Float32Array[] = [];
  const sums = moves.map(({ gradient, isSampled }) => {
    if (isSampled) histograms.push(unpack.next(binCount));
    return readSums(gradient.size, unpack.next(sumsOfParameter));
  });
  return { rulers, reads: asked, sums, histograms, clipping };
}

function clippingOf([factor = NaN, norm = NaN]: Float32Array): StepReport['clipping'] {
  return { norm, factor };
}

function ofDevice(parameter: Move['parameter']): WebglParameter {
  if (parameter instanceof WebglParameter) return parameter;
  throw new TypeError('A parameter of another backend');
}
