import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-webgl';
import '../operations/gradients.ts';
import { rulers } from '../../experiment/losses/catalogue.ts';
import { presets } from '../../experiment/losses/parameter.ts';
import { composedLossGradient, measureRows } from '../loss-rows.ts';
import type { Backend } from './backend.ts';
import { Context, type ContextOptions } from './webgl/context.ts';
import { WebglDevice } from './webgl/device.ts';
import { WebglAverage, WebglParameter } from './webgl/parameter.ts';

/** The backend, and what of it tests look into. */
export interface WebglBackend extends Backend {
  readonly device: WebglDevice;
}

/**
 * tfjs's webgl backend on an OffscreenCanvas of its own, with our programs beside its kernels; one of them a
 * process, as tfjs keeps it. For `createBackend`, as what it prefers.
 * @throws LossLabError if there is no WebGL 2 that computes in float32, or only one in software
 */
export async function createWebglBackend(options?: ContextOptions): Promise<WebglBackend> {
  const context = Context.open(options);
  // tfjs registers one of its own, and the last one may be lost.
  tf.removeBackend('webgl');
  tf.registerBackend('webgl', () => context.backend);
  const activate = async (): Promise<void> => {
    tf.enableProdMode();
    // Nothing is computed by the processor just because it is small, and a NaN stays one.
    tf.env().set('WEBGL_CPU_FORWARD', false);
    tf.env().set('WEBGL2_ISNAN_CUSTOM', true);
    await tf.setBackend('webgl');
  };
  await activate();
  const { notice } = context;
  return {
    name: 'webgl',
    ...(notice && { notice }),
    device: new WebglDevice(context),
    activate,
    parameter: (values, shape, slots) => new WebglParameter(context, values, shape, slots),
    average: (count, value) => new WebglAverage(context, count, value),
    lossGradient: (name, logits, labels, factor) =>
      composedLossGradient(rulers[name], presets(rulers[name].parameters), logits, labels, factor),
    measureLosses: (logits, labels, kept) =>
      measureRows(logits.dataSync<'float32'>(), labels, logits.shape[1], kept),
    setThreads: () => undefined,
  };
}
