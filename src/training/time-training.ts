import { loadImages } from '../experiment/datasets/load-images.ts';
import { LossLabError } from '../error.ts';
import { message } from '../l10n.ts';
import type { TimedMessage, TimeMessage } from '../protocol.ts';
import { backendOptions, createBackend } from './backend/create.ts';
import { TrainingControl } from './control.ts';
import { FastestSpan } from './fastest-span.ts';
import { train } from './trainer.ts';
import type { WorkerPort } from './worker.ts';

/** Steps until shaders and kernels are compiled for good. */
const warmUp = 20;

/**
 * How fast a training goes on a backend: the steps after a warm-up, with all that is measured in them, for a
 * second and a half or until it ends.
 * @throws LossLabError if the worker has no such backend, or one in software alone
 */
export async function timeTraining(
  port: WorkerPort,
  { spec, data, wasm, backend: choice }: TimeMessage,
): Promise<TimedMessage> {
  const { files, gunzip } = port;
  const backend = await createBackend(wasm, backendOptions(choice, port, false));
  if (backend.name !== choice) {
    const reason = backend.notice ?? message('There is no {backend} here.', { backend: choice });
    throw new LossLabError(reason);
  }
  const images = await loadImages(spec.dataset, { bytes: data, files, ...(gunzip && { gunzip }) });
  const control = new TrainingControl();
  const span = new FastestSpan();
  for await (const { type, step } of train(spec, images, control, backend)) {
    if (type === 'batch' && step >= warmUp) span.note(step, performance.now());
    if (span.isMeasured) control.stop();
  }
  return { type: 'timed', imagesPerSecond: span.stepsPerSecond * spec.batchSize };
}
