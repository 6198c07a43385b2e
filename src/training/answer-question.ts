import { applyChanges } from '../experiment/datasets/changes/apply-changes.ts';
import { loadImages } from '../experiment/datasets/load-images.ts';
import type { ImagesMessage, ReadMessage, WorkerQuestion } from '../protocol.ts';
import { crashed, failureReason } from './failure.ts';
import { predict } from './predict.ts';
import { timeTraining } from './time-training.ts';
import type { WorkerPort } from './worker.ts';

/** Posts the one answer, if only why there is none. */
export async function answerQuestion(port: WorkerPort, question: WorkerQuestion): Promise<void> {
  try {
    if (question.type === 'read') return await postImages(port, question);
    if (question.type === 'time') return port.post(await timeTraining(port, question));
    const predicted = await predict(question);
    port.post(predicted, [predicted.logits.buffer]);
  } catch (error) {
    const reason = failureReason(error);
    port.post(reason ? { type: 'not-answered', reason } : crashed(error));
  }
}

async function postImages(port: WorkerPort, { dataset, seed, data }: ReadMessage): Promise<void> {
  const { files, gunzip } = port;
  const loaded = await loadImages(dataset, { bytes: data, files, ...(gunzip && { gunzip }) });
  const images: ImagesMessage = { type: 'images', data: applyChanges(loaded, dataset, seed) };
  port.post(images); // Copied: what was unzipped may lie in memory that Node does not let go.
}
