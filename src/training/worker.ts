import { loadImages, type ImageSource } from '../experiment/datasets/load-images.ts';
import type { Gunzip } from '../experiment/datasets/load.ts';
import type { FileSource } from '../experiment/datasets/own/file-source.ts';
import type { FromWorker, ToWorker } from '../protocol.ts';
import { checkpointFileName } from '../run/checkpoint/checkpoint.ts';
import { decodeCheckpoint, encodeCheckpoint } from '../run/checkpoint/codec.ts';
import type { RunEvent } from '../run/event.ts';
import type { Outputs } from '../run/outputs/outputs.ts';
import { answerQuestion } from './answer-question.ts';
import type { Backend } from './backend/backend.ts';
import { createBackend, backendOptions, type CreateWebgl } from './backend/create.ts';
import type { StartHelper } from './backend/team.ts';
import type { KeepCheckpoint } from './checkpoints.ts';
import { TrainingControl } from './control.ts';
import { EventPost } from './event-post.ts';
import { crashed, endOf } from './failure.ts';
import type { KeepOutputs } from './outputs-keeper.ts';
import { ownLossOf, type LoadModule } from './own-loss.ts';
import { train, type TrainOptions } from './trainer.ts';

/** The worker's end of the border to the host, whatever kind of worker it is. */
export interface WorkerPort {
  /** @param transfer what is handed over instead of copied */
  post(message: FromWorker, transfer?: readonly ArrayBuffer[]): void;
  onMessage(listener: (message: ToWorker) => void): void;
  /** Of the machine, for a person's own data. */
  readonly files: FileSource;
  /** Of a person's own loss. */
  readonly loadModule: LoadModule;
  /** The platform's own, where it has a faster one than streams. */
  readonly gunzip?: Gunzip;
  /** Where the platform has threads that can share memory. */
  readonly startHelper?: StartHelper;
  /** Where the platform may have a graphics card. */
  readonly webgl?: CreateWebgl;
}

/** Trains the one run that the host asks for, or answers one question; the promise ends with it. */
export function serve(port: WorkerPort): Promise<void> {
  const control = new TrainingControl();
  const threads = new Threads();
  return new Promise((resolve) => {
    port.onMessage((message) => {
      switch (message.type) {
        case 'train':
          threads.set(message.threads);
          return void runToEnd(port, message, control, threads).then(resolve);
        case 'threads':
          return threads.set(message.count);
        case 'read':
        case 'predict':
        case 'time':
          return void answerQuestion(port, message).then(resolve);
        default:
          control[message.type]();
      }
    });
  });
}

/** The number of threads, which may change before the backend is there. */
class Threads {
  #count = 1;
  #backend: Backend | undefined;

  set(count: number): void {
    this.#count = count;
    this.#backend?.setThreads(count);
  }

  manage(backend: Backend): void {
    this.#backend = backend;
    backend.setThreads(this.#count);
  }
}

type TrainMessage = Extract<ToWorker, { type: 'train' }>;

async function runToEnd(
  port: WorkerPort,
  message: TrainMessage,
  control: TrainingControl,
  threads: Threads,
): Promise<void> {
  const post = new EventPost((events) => port.post({ type: 'events', events }));
  try {
    const keep: KeepCheckpoint = (checkpoint, kinds) => {
      post.flush();
      postCheckpoint(port, checkpoint, kinds);
    };
    const keepOutputs: KeepOutputs = (outputs) => postOutputs(port, outputs);
    const kept = { keep, keepOutputs };
    for await (const event of events(port, message, control, threads, kept)) post.add(event);
    post.flush();
  } catch (error) {
    const end = endOf(error, post.lastStep);
    if (end) post.add(end);
    post.flush();
    if (!end) port.post(crashed(error));
  }
}

async function* events(
  port: WorkerPort,
  { spec, data, wasm, backend: choice, from }: TrainMessage,
  control: TrainingControl,
  threads: Threads,
  kept: Pick<TrainOptions, 'keep' | 'keepOutputs'>,
): AsyncGenerator<RunEvent> {
  const [backend, images, ownLoss] = await Promise.all([
    createBackend(wasm, backendOptions(choice, port)),
    loadImages(spec.dataset, imageSource(port, data, control)),
    ownLossOf(spec.loss, port.loadModule),
  ]);
  threads.manage(backend);
  const checkpoint = from && decodeCheckpoint(from, checkpointFileName('last'));
  yield* train(spec, images, control, backend, { from: checkpoint, ...kept, ownLoss });
}

function imageSource(
  port: WorkerPort,
  bytes: TrainMessage['data'],
  control: TrainingControl,
): ImageSource {
  const { files, gunzip } = port;
  return {
    bytes,
    files,
    ...(gunzip && { gunzip }),
    onProgress: (done, total) => port.post({ type: 'reading', done, total }),
    isCancelled: () => control.isStopped(),
  };
}

function postCheckpoint(
  port: WorkerPort,
  ...[checkpoint, kinds]: Parameters<KeepCheckpoint>
): void {
  const bytes = encodeCheckpoint(checkpoint);
  const { epoch } = checkpoint;
  port.post({ type: 'checkpoint', epoch, kinds, bytes }, [bytes.buffer]);
}

function postOutputs(port: WorkerPort, outputs: Outputs): void {
  const { logits, labels } = outputs;
  port.post({ type: 'outputs', ...outputs }, [logits.buffer, labels.buffer]);
}
