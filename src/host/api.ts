import type { Event } from 'vscode';
import type { Run } from '../run/run.ts';
import type { DataPreview } from './data-preview.ts';
import type { Experiments } from './experiments/experiments.ts';
import type { Lab } from './lab.ts';
import type { Panel } from './views/panel.ts';
import type { RunsTree } from './views/runs-tree.ts';
import type { StatusBar } from './views/status-bar.ts';

/**
 * What `activate()` returns, for other extensions:
 * `vscode.extensions.getExtension<LossLabApi>('loss-lab.loss-lab')?.activate()`.
 */
export interface LossLabApi {
  /** Every run, the newest first. Read only: the objects are the extension's own and change live. */
  readonly runs: readonly Run[];
  /** Fires after an event changed a run. */
  readonly onDidChangeRun: Event<Run>;
  /**
   * Starts one run a spec, side by side, and gives them once their folders are made. What a spec leaves out is as in
   * *Compare Cross-Entropy and MSE*. A model is given by its name, or as
   * `{ name, style: { activation, initializer, batchNorm } }` with any part of its style.
   * Rejects with an Error that names every fault of every spec; then nothing has started.
   */
  start(...specs: readonly unknown[]): Promise<readonly Run[]>;
  /**
   * Acts on these active runs, or on all; a stop takes effect within one batch, a step is one batch of
   * a paused run.
   */
  control(action: 'pause' | 'resume' | 'step' | 'stop', runIds?: readonly string[]): void;
  /** Resolves once the runs on disk have been read. */
  readonly ready: Promise<void>;
}

/** In a test of the extension itself, also the parts that no command shows. */
export interface TestingApi extends LossLabApi {
  readonly parts: {
    readonly lab: Lab;
    readonly panel: Panel;
    readonly tree: RunsTree;
    readonly statusBar: StatusBar;
    readonly preview: DataPreview;
    readonly experiments: Experiments;
  };
}
