import type { Backend } from '../../../src/training/backend/backend.ts';
import { cpuBackend } from '../../../src/training/backend/cpu.ts';
import type { Device, DeviceStep, StepReport } from '../../../src/training/backend/device.ts';
import { clippingOf } from '../../../src/training/clipping.ts';

/** The backend in plain JavaScript as a device whose reports come late, by `turns` turns of the event loop. */
export function lateBackend(depth: number, turns: number): Backend & { device: Device } {
  const step = async (of: DeviceStep): Promise<StepReport> => {
    const report = taken(of);
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
    return report;
  };
  const device = { depth, step, isLost: () => false, check: () => undefined };
  return { ...cpuBackend, device };
}

function taken({ rule, moves, logits, labels, kept, reads }: DeviceStep): StepReport {
  const rulers = cpuBackend.measureLosses(logits, labels, kept);
  const values = reads.map((read) => read.dataSync<'float32'>().slice());
  const parameters = moves.map(({ parameter }) => parameter);
  const gradients = moves.map(({ gradient }) => gradient);
  const clipping = clippingOf(parameters, gradients, rule.clipNorm);
  const histograms = moves
    .filter(({ isSampled }) => isSampled)
    .map(({ parameter, gradient }) => {
      const bins = new Float64Array(512);
      parameter.addToHistogram(gradient, bins);
      return Float32Array.from(bins);
    });
  const clip = clipping?.factor ?? 1;
  const sums = moves.map(({ parameter, gradient, penalties }) =>
    parameter.step(gradient, rule, { clip, ...penalties }),
  );
  return { rulers, reads: values, sums, histograms, clipping };
}
