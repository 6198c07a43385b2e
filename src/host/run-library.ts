import type { Message } from '../l10n.ts';
import type { CheckpointMessage } from '../protocol.ts';
import { CheckpointFiles } from '../platform/checkpoint-files.ts';
import { OrderedRunFiles } from '../platform/ordered-run-files.ts';
import { OutputsFiles } from '../platform/outputs-files.ts';
import type { RunFiles, StoredRun } from '../platform/run-files.ts';
import { writePast } from '../platform/run-folder.ts';
import type { RunColour } from '../run/colours.ts';
import type { Past } from '../run/continue.ts';
import { eventFileName, formatIdentity } from '../run/log/identity.ts';
import { restoredRun } from '../run/log/restored-run.ts';
import { LogWriter } from '../run/log/writer.ts';
import type { Outputs } from '../run/outputs/outputs.ts';
import type { Run } from '../run/run.ts';
import type { RunStore, StoreChange } from '../run/store.ts';
import type { Disposable } from './disposables.ts';
import { RunIdentities } from './run-identities.ts';
import { RunLog } from './run-log.ts';
import { written } from './written.ts';

/** Every run of the store as a folder on disk, and every folder on disk as a run of the store. */
export class RunLibrary implements Disposable {
  readonly files: OrderedRunFiles;
  readonly #logs = new Map<string, RunLog>();
  /** The runs whose folders are being made. */
  readonly #creating = new Set<string>();
  readonly #listener: { dispose(): void };
  readonly #checkpoints: CheckpointFiles;
  readonly #outputs: OutputsFiles;
  readonly #identities: RunIdentities;
  #look: ReturnType<typeof setTimeout> | undefined;
  /** The runs that were read as cut off, as their writers said nothing more. */
  readonly #cutOff = new Set<string>();
  /** Resolves once the runs on disk have been read. */
  ready: Promise<void>;

  constructor(
    readonly store: RunStore,
    files: RunFiles,
    readonly onProblem: (problem: Message) => void,
    /** A run whose points the disk does not take must not go on. */
    readonly onUnwritable: (runId: string) => void,
  ) {
    this.files = new OrderedRunFiles(files);
    this.#checkpoints = new CheckpointFiles(this.files, onProblem);
    this.#outputs = new OutputsFiles(this.files, onProblem);
    this.#identities = new RunIdentities(store, this.files);
    this.#listener = store.onDidChange((change) => this.#append(change));
    this.ready = this.refresh();
  }

  /** Adds the runs on disk that the store does not hold yet, also those that another window made. */
  async refresh(): Promise<void> {
    await this.#giveBack();
    const stored = await this.files.list((id) => this.#isKnown(id));
    if (stored.some(({ otherWriter }) => otherWriter !== 'none')) this.#lookAgain();
    const restored: Run[] = [];
    for (const run of stored.filter(({ otherWriter }) => otherWriter !== 'alive')) {
      if (run.otherWriter === 'silent') this.#cutOff.add(run.id);
      restored.push(...this.#restore(run));
      await nextTask();
    }
    // Another look may have found some of them meanwhile.
    const found = restored.filter(({ identity }) => !this.#isKnown(identity.id));
    if (found.length > 0) this.store.add(found);
  }

  /** Gives new runs their folders and adds them to the store, all or none. */
  create(runs: readonly Run[]): Promise<void> {
    return this.#allOrNone(runs, async () => {
      for (const run of runs) this.#logs.set(run.identity.id, await this.#open(run));
    });
  }

  /** The same for a run that goes on from another: its folder begins with the past of that. */
  createContinuing(run: Run, past: Past): Promise<void> {
    const { id } = run.identity;
    return this.#allOrNone([run], async () => {
      const log = await this.#open(run);
      this.#logs.set(id, log);
      await written(this.files.folder, () => writePast(this.files, id, past));
      await log.begin(past.events);
    });
  }

  /** A run that has been deleted keeps none. Never rejects. */
  async keepCheckpoint(run: Run, checkpoint: CheckpointMessage): Promise<void> {
    if (this.store.get(run.identity.id) !== undefined)
      await this.#checkpoints.keep(run, checkpoint);
  }

  /** The same. */
  async keepOutputs(run: Run, outputs: Outputs): Promise<void> {
    if (this.store.get(run.identity.id) !== undefined) await this.#outputs.keep(run, outputs);
  }

  rename(run: Run, name: string): Promise<void> {
    return this.#identities.rename(run, name);
  }

  recolour(runs: readonly Run[], colour: RunColour): Promise<void> {
    return this.#identities.recolour(runs, colour);
  }

  async delete(runs: readonly Run[]): Promise<void> {
    const ids = runs.map((run) => run.identity.id);
    for (const id of ids) this.#cutOff.delete(id);
    this.store.remove(ids);
    await Promise.all(ids.map((id) => this.#discard(id)));
  }

  /** Resolves once what is known of a run is on disk, as far as the disk takes it. */
  async written({ identity: { id } }: Run): Promise<void> {
    const log = this.#logs.get(id);
    await this.files.settled(id);
    await log?.flush();
  }

  folderOf(run: Run): string {
    return this.files.folderOf(run.identity.id);
  }

  /** Resolves once all that waits has been written, or cannot be. */
  async dispose(): Promise<void> {
    clearTimeout(this.#look);
    this.#listener.dispose();
    await Promise.all([...this.#logs.keys()].map((id) => this.#close(id)));
  }

  #isKnown(id: string): boolean {
    return this.store.get(id) !== undefined || this.#creating.has(id);
  }

  /**
   * A writer that was silent for long may go on, as one on a laptop that slept: its run is no longer taken
   * for cut off, and is read anew once it has ended.
   */
  async #giveBack(): Promise<void> {
    const cutOff = [...this.#cutOff];
    const writers = cutOff.map((id) => this.files.otherWriter(id).catch(() => 'silent'));
    const isSilent = (await Promise.all(writers)).map((writer) => writer === 'silent');
    const taken = cutOff.filter((_, i) => !isSilent[i]);
    for (const id of taken) this.#cutOff.delete(id);
    if (taken.length > 0) this.store.remove(taken);
  }

  /** What another window holds is free once that is gone, which nobody tells. */
  #lookAgain(): void {
    clearTimeout(this.#look);
    this.#look = setTimeout(() => void this.refresh(), lookInterval);
  }

  /** Runs whose folders `make` makes; where it fails, what it made is removed. */
  async #allOrNone(runs: readonly Run[], make: () => Promise<void>): Promise<void> {
    const ids = runs.map(({ identity }) => identity.id);
    for (const id of ids) this.#creating.add(id);
    try {
      await make();
      this.store.add(runs);
    } catch (error) {
      await Promise.allSettled(ids.map((id) => this.#discard(id)));
      throw error;
    } finally {
      for (const id of ids) this.#creating.delete(id);
    }
  }

  /** Ends what is written of a run and removes its folder. */
  async #discard(id: string): Promise<void> {
    await this.#close(id);
    await this.files.remove(id);
  }

  #append(change: StoreChange): void {
    if (change.type !== 'event') return;
    const { id } = change.run.identity;
    const log = this.#logs.get(id);
    // Whoever finds that a run has ended finds all that it left; an interrupted one is told by that it lacks an end.
    const isLast = change.event.type === 'finished' && change.event.outcome !== 'interrupted';
    if (isLast) void this.files.settled(id).then(() => log?.append(change.event));
    else void log?.append(change.event);
  }

  async #close(id: string): Promise<void> {
    const log = this.#logs.get(id);
    this.#logs.delete(id);
    await log?.flush();
    await this.files.settled(id);
    await log?.dispose();
  }

  async #open({ identity }: Run): Promise<RunLog> {
    const { id } = identity;
    const name = eventFileName(identity);
    const file = await written(this.files.folder, () =>
      this.files.create(id, formatIdentity(identity), name),
    );
    const onProblem = (problem: Message): void => {
      this.onProblem(problem);
      this.onUnwritable(id);
    };
    const writer = new LogWriter(file, this.files.folderOf(id));
    return new RunLog(writer, onProblem, () => this.#logs.delete(id));
  }

  #restore(stored: StoredRun): [] | [Run] {
    const restored = restoredRun(stored.id, this.files.folderOf(stored.id), stored);
    if (restored.ok) return [restored.run];
    this.onProblem(restored.problem);
    return [];
  }
}

/** Milliseconds until runs that another window holds are looked at again. */
const lookInterval = 10_000;

/** A long run takes a while to decode: nobody else in the extension host should wait for all. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
