import type { FileSource } from '../experiment/datasets/own/file-source.ts';
import type { FromWorker, ToWorker } from '../protocol.ts';
import type { RunFiles } from './run-files.ts';

/** Threads of one job: models of this size gain little from more than four. */
export function defaultThreads(cores: number): number {
  return Math.max(1, Math.min(cores, 4));
}

/** What differs between a Node and a web extension host, and nothing else does. */
export interface Platform {
  /** Jobs that may run at once without slowing each other down, and threads that may compute. */
  readonly cores: number;
  /** For a person's own data: the machine's, or what else the window has. */
  readonly files: FileSource;
  /** The path of the folder of whoever sits there; undefined where there is none. */
  readonly home: string | undefined;
  startWorker(): TrainingWorker;
  /** Run folders under a folder, by its address; it is made when the first run is. */
  runFiles(folder: string): RunFiles;
  /** Whether it can write files of a scheme of VS Code's, such as `file`. */
  reaches(scheme: string): boolean;
}

/** A worker that trains one run. Its owner terminates it. */
export interface TrainingWorker {
  post(message: ToWorker): void;
  onMessage(listener: (message: FromWorker) => void): void;
  /** Called once when the worker is gone, with the reason if it did not end by itself. */
  onExit(listener: (reason: string | undefined) => void): void;
  terminate(): Promise<void>;
}
