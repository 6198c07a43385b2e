import { lossSpec } from '../experiment/losses/loss-spec.ts';
import { models } from '../experiment/models/catalogue.ts';
import { buildOf } from '../experiment/models/model-spec.ts';
import { randomStreams } from '../experiment/random.ts';
import type { PredictMessage } from '../protocol.ts';
import { checkpointFileName } from '../run/checkpoint/checkpoint.ts';
import { decodeCheckpoint } from '../run/checkpoint/codec.ts';
import { createBackend } from './backend/create.ts';
import { inOrder } from './batches.ts';
import { Network } from './network.ts';
import { objectiveOf } from './objectives/objective-of.ts';

export interface Predicted {
  readonly type: 'predicted';
  readonly epoch: number;
  readonly logits: Float32Array<ArrayBuffer>;
}

/** Images that are looked at together, as in an evaluation. */
const batchSize = 100;

/**
 * Needs no loss, so it loads no module of a person's own: the network is given any, and no optimizer.
 * @throws LossLabError if the checkpoint is damaged or of another model
 */
export async function predict(message: PredictMessage): Promise<Predicted> {
  const { model, classes, images, from, wasm } = message;
  const { epoch, tensors } = decodeCheckpoint(from, checkpointFileName('last'));
  const backend = await createBackend(wasm);
  await backend.activate();
  const { height, width, channels } = images;
  const input = { height, width, channels, classes };
  const objective = objectiveOf(lossSpec('cross-entropy'), { classes, train: images });
  const network = new Network(models[model.name], buildOf(model), input, objective, backend, randomStreams(0), 0); // prettier-ignore
  try {
    network.restore(tensors);
    const logits = new Float32Array(images.labels.length * classes);
    let at = 0;
    for (const batch of inOrder(images, batchSize)) {
      logits.set(network.predict(batch), at);
      at += batch.labels.length * classes;
    }
    return { type: 'predicted', epoch, logits };
  } finally {
    network.dispose();
  }
}
