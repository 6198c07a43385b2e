import * as vscode from 'vscode';
import { resolvePaths } from '../experiment/datasets/own/resolve-paths.ts';
import { parseSpec } from '../experiment/parse-spec.ts';
import type { SpecError } from '../experiment/spec-error.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';
import { LossLabError } from '../error.ts';
import { message, type Message, type Translator } from '../l10n.ts';
import type { Platform } from '../platform/platform.ts';
import { runFolder } from '../platform/run-folder.ts';
import { continuationOf, continuing, type Continuation } from '../run/continue.ts';
import { newIdentities, type Joined, type Plan } from '../run/new-identity.ts';
import { newRun } from '../run/reduce.ts';
import type { Run } from '../run/run.ts';
import { RunStore } from '../run/store.ts';
import { addressOf } from './address-of.ts';
import { Disposables } from './disposables.ts';
import { allowedJobs, jobsSetting } from './job-limit.ts';
import { Jobs } from './jobs.ts';
import { checkTrust, type Workspace } from './own-loss-trust.ts';
import { readingNotice } from './reading-notice.ts';
import { ReadingProgress } from './reading-progress.ts';
import { RunLibrary } from './run-library.ts';
import { runsFolder } from './runs-folder.ts';
import { allowedThreads, threadsSetting } from './threads.ts';
import { TrainingInputs } from './training-inputs.ts';
import { uriOf } from './uri-of.ts';

/** What this window trains and has trained: the store, the jobs that fill it, the files that keep it. */
export class Lab extends Disposables {
  readonly store = new RunStore();
  readonly jobs: Jobs;
  readonly library: RunLibrary;
  readonly inputs: TrainingInputs;
  readonly #trainedHere = new Set<string>();

  constructor(
    context: vscode.ExtensionContext,
    platform: Platform,
    readonly t: Translator,
    log: vscode.LogOutputChannel,
  ) {
    super();
    const tell = (problem: Message): void => {
      log.warn(t(problem));
      void vscode.window.showErrorMessage(t(problem));
    };
    this.library = this.add(
      new RunLibrary(this.store, platform.runFiles(runsFolder(context, platform)), tell, (id) =>
        this.jobs.control('pause', [id]),
      ),
    );
    const readings = this.add(
      new ReadingProgress(this.store, readingNotice(t), (id) => this.jobs.control('stop', [id])),
    );
    this.inputs = new TrainingInputs(context.extensionUri, this.library.files);
    const setting = (name: string): unknown => vscode.workspace.getConfiguration().get(name);
    this.jobs = this.add(
      new Jobs(this.store, platform, {
        prepare: (run) => this.inputs.prepare(run),
        explain,
        keepCheckpoint: (run, checkpoint) => void this.library.keepCheckpoint(run, checkpoint),
        keepOutputs: (run, outputs) => void this.library.keepOutputs(run, outputs),
        showReading: (run, reading) => readings.show(run, reading),
        threads: () => allowedThreads(setting(threadsSetting), platform.cores),
        limit: () => allowedJobs(setting(jobsSetting), platform.cores),
      }),
    );
    this.add(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(threadsSetting)) this.jobs.shareThreads();
        if (change.affectsConfiguration(jobsSetting)) this.jobs.refill();
      }),
    );
  }

  /**
   * Starts runs side by side; every spec is checked before the first begins. Relative paths in them begin
   * at the first folder of the workspace.
   * @param joined the comparison that they become a part of, if it is not one of their own
   */
  async start(plans: readonly Plan<unknown>[], joined?: Joined): Promise<Run[]> {
    const checked = plans.map((plan) => ({ ...plan, spec: checkedSpec(plan.spec, this.t) }));
    const runs = newIdentities(checked, new Date(), Math.random, this.t, joined).map(newRun);
    for (const { identity } of runs) this.#trainedHere.add(identity.id);
    await this.library.create(runs);
    this.jobs.start(runs);
    return runs;
  }

  /** What a finished run can be continued with; rejects with a `LossLabError` that says what is missing. */
  async continuationOf(run: Run): Promise<Continuation> {
    await this.library.written(run);
    return continuationOf(run, await runFolder(this.library.files, run.identity.id));
  }

  /** Starts a new run that goes on from another, up to `epochs` in all. */
  async continue(continuation: Continuation, epochs: number): Promise<Run> {
    const run = continuing(continuation, epochs, new Date(), Math.random, this.t);
    checkedSpec(run.identity.spec, this.t);
    this.#trainedHere.add(run.identity.id);
    await this.library.createContinuing(run, continuation.past);
    this.jobs.start([run]);
    return run;
  }

  /** Whether this window started the run, rather than found it on disk. */
  readonly isTrainedHere = (run: Run): boolean => this.#trainedHere.has(run.identity.id);
}

function checkedSpec(value: unknown, t: Translator): ExperimentSpec {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const parsed = parseSpec(
    folder === undefined ? value : resolvePaths(value, addressOf(folder.uri)),
  );
  if (parsed.ok) {
    checkTrust(parsed.spec, openWorkspace());
    return parsed.spec;
  }
  const list = parsed.errors.map((error) => describe(error, t)).join('; ');
  throw new LossLabError(message('The experiment cannot run: {errors}.', { errors: list }));
}

function openWorkspace(): Workspace {
  const { workspace } = vscode;
  return {
    isTrusted: workspace.isTrusted,
    holds: (path) => workspace.getWorkspaceFolder(uriOf(path)) !== undefined,
  };
}

function describe({ path, message: text }: SpecError, t: Translator): string {
  return path === '' ? t(text) : `${path} ${t(text)}`;
}

/** The reason of a failure for the person at the screen. */
export function explain(error: unknown): Message {
  if (error instanceof LossLabError) return error.reason;
  return message('Unexpected: {error}', {
    error: error instanceof Error ? error.message : String(error),
  });
}
