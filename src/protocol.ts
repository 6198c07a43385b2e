import type { DatasetBytes, LabelledImages, TrainingData } from './experiment/datasets/dataset.ts';
import type { DatasetSpec } from './experiment/datasets/dataset-spec.ts';
import type { ExperimentSpec } from './experiment/spec.ts';
import type { ModelSpec } from './experiment/models/model-spec.ts';
import type { Bundle, Message } from './l10n.ts';
import type { Answer, Question } from './question.ts';
import type { CheckpointKind } from './run/checkpoint/checkpoint.ts';
import type { RunColour } from './run/colours.ts';
import type { PageEvent, RunEvent } from './run/event.ts';
import type { Outputs } from './run/outputs/outputs.ts';
import type { Packed } from './run/packed.ts';
import type { Run } from './run/run.ts';
import type { Tab } from './tabs.ts';

/* Host ⇄ worker: structured clone. A worker trains one run, or answers one question, and ends. */

export type ToWorker =
  | {
      readonly type: 'train';
      readonly spec: ExperimentSpec;
      /** Null for a data set without files. */
      readonly data: DatasetBytes | null;
      readonly wasm: WasmBinaries;
      readonly backend: BackendChoice;
      /** How many may compute, the worker's own included. */
      readonly threads: number;
      /** A checkpoint file to go on from. */
      readonly from?: Uint8Array;
    }
  /** The same from now on: when jobs come or go. */
  | { readonly type: 'threads'; readonly count: number }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** One batch of a paused run. */
  | { readonly type: 'step' }
  | { readonly type: 'stop' }
  | WorkerQuestion;

export type WorkerQuestion = ReadMessage | PredictMessage | TimeMessage;

/**
 * What is to compute: the kernels in WebAssembly, the graphics card, or tfjs in plain JavaScript. Where a
 * worker has not got it, it takes the next best and says so in its notice.
 */
export type BackendChoice = 'wasm' | 'webgl' | 'cpu';

/** How fast a training goes on a backend: it is begun, and given up after some seconds. */
export interface TimeMessage {
  readonly type: 'time';
  readonly spec: ExperimentSpec;
  /** Null for a data set without files. */
  readonly data: DatasetBytes | null;
  readonly wasm: WasmBinaries;
  readonly backend: BackendChoice;
}

/** The images of a data set as the training sees them, but for augmentation. */
export interface ReadMessage {
  readonly type: 'read';
  readonly dataset: DatasetSpec;
  /** Of the run, for what is done to the data. */
  readonly seed: number;
  /** Null for a data set without files. */
  readonly data: DatasetBytes | null;
}

/** Some images by the weights of a checkpoint: neither the data nor the loss of the run is needed. */
export interface PredictMessage {
  readonly type: 'predict';
  readonly model: ModelSpec;
  readonly classes: number;
  readonly images: LabelledImages;
  /** A checkpoint file. */
  readonly from: Uint8Array;
  readonly wasm: WasmBinaries;
}

/** The compiled modules that compute, so that a worker needs no file system. */
export interface WasmBinaries {
  /** tfjs-backend-wasm, the SIMD build without threads. */
  readonly tfjs: Uint8Array;
  /** Our own kernels, which work in the memory of the former. */
  readonly kernels: Uint8Array;
}

export type FromWorker =
  | { readonly type: 'events'; readonly events: readonly RunEvent[] }
  | CheckpointMessage
  | OutputsMessage
  /** How many of its images are read; before `started`. */
  | ReadingMessage
  | WorkerAnswer
  /** Something that only a bug explains; the run has failed and no event says so. */
  | { readonly type: 'crashed'; readonly error: string };

export type WorkerAnswer =
  | ImagesMessage
  | PredictedMessage
  | TimedMessage
  | { readonly type: 'not-answered'; readonly reason: Message };

/** The answer to `read`. */
export interface ImagesMessage {
  readonly type: 'images';
  readonly data: TrainingData;
}

/** The answer to `predict`. */
export interface PredictedMessage {
  readonly type: 'predicted';
  /** Of the checkpoint. */
  readonly epoch: number;
  /** [labels, classes] row by row. */
  readonly logits: Float32Array;
}

/** The answer to `time`. */
export interface TimedMessage {
  readonly type: 'timed';
  readonly imagesPerSecond: number;
}

export interface ReadingMessage {
  readonly type: 'reading';
  readonly done: number;
  readonly total: number;
}

/** The state after an epoch whose events were posted before; its bytes are handed over, not copied. */
export interface CheckpointMessage {
  readonly type: 'checkpoint';
  readonly epoch: number;
  readonly kinds: readonly CheckpointKind[];
  /** A safetensors file. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Of the validation set after an epoch; its arrays are handed over, not copied. */
export interface OutputsMessage extends Outputs {
  readonly type: 'outputs';
}

/* Host ⇄ page: JSON text by `encodeJson`, since webview messages turn NaN into null. */

/**
 * `snapshot` is the whole state; `changes` is what came since, numbered without a gap. A page that
 * finds a gap, or is shown again, asks anew with `ready`.
 */
export type ToPage =
  | {
      readonly type: 'snapshot';
      readonly sequence: number;
      /** In the order of the runs tree for the live view, of the comparison for the panel. */
      readonly runs: readonly Run[];
      /** The view that a person asked for outside the page; without it the page stays where it is. */
      readonly tab?: Tab;
    }
  | {
      readonly type: 'changes';
      /** The number of the last change in it; the first is `sequence − changes.length + 1`. */
      readonly sequence: number;
      readonly changes: readonly RunChange[];
    }
  /** To the question of the same number. */
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer }
  /** A person wants the report of what is shown; it comes back as `save`. */
  | { readonly type: 'report' };

export interface RunChange {
  readonly runId: string;
  readonly event: PageEvent;
}

/** To a worker in the panel's page, by its number. Sent as it is, since it carries buffers. */
export type ToPageWorker =
  | { readonly type: 'start-worker'; readonly id: number; readonly script: ArrayBuffer }
  | { readonly type: 'to-worker'; readonly id: number; readonly message: Packed }
  | { readonly type: 'end-worker'; readonly id: number };

/** What a person did in a page, or what a page needs; the host decides what follows. */
export type FromPage =
  /** With an id of its own if it can hold workers. */
  | { readonly type: 'ready'; readonly page?: string | undefined }
  /** What one of its workers says, and that one is gone. */
  | { readonly type: 'from-worker'; readonly id: number; readonly message: Packed }
  | { readonly type: 'worker-gone'; readonly id: number; readonly reason: string }
  | { readonly type: 'control'; readonly action: RunAction; readonly runIds: readonly string[] }
  | { readonly type: 'command'; readonly command: PageCommand }
  /** To run the same experiment with what an alarm proposes. */
  | ({ readonly type: 'try' } & Attempt)
  /** Compares the losses of two runs, each with a learning rate of its own. */
  | { readonly type: 'fair'; readonly runIds: readonly string[] }
  | { readonly type: 'colour'; readonly runIds: readonly string[]; readonly colour: RunColour }
  | { readonly type: 'ask'; readonly id: number; readonly question: Question }
  /** A file that a person wants to keep; the host asks where. */
  | SaveMessage
  /** Text for the clipboard. */
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'failed'; readonly error: string };

/** A remedy of an alarm; the host looks up what both are. */
export interface Attempt {
  readonly runId: string;
  readonly rule: string;
  /** Its place among the remedies of the alarm. */
  readonly remedy: number;
}

export interface SaveMessage {
  readonly type: 'save';
  /** Proposed for the file, with its extension. */
  readonly name: string;
  readonly kind: FileKind;
  /** Of a PNG in base64, else the text. */
  readonly data: string;
}

export const fileKinds = ['png', 'svg', 'csv', 'json', 'html'] as const;
export type FileKind = (typeof fileKinds)[number];

export const runActions = ['pause', 'resume', 'step', 'stop'] as const;
export type RunAction = (typeof runActions)[number];

/** The commands that a page may ask for, without the `lossLab.` before them. */
export const pageCommands = [
  'compareCrossEntropyAndMse',
  'newComparison',
  'compareWithLoss',
] as const;
export type PageCommand = (typeof pageCommands)[number];

/** What a page is born with, as JSON in its HTML: it needs it before the first message. */
export interface PageSetup {
  readonly view: 'panel' | 'live';
  readonly locale: string;
  readonly bundle: Bundle;
  /** Whether it may hold workers that train. */
  readonly holdsWorkers: boolean;
  /** The choices that it begins with, where VS Code has kept none for it. */
  readonly kept?: unknown;
}
