import { LossLabError } from '../error.ts';
import { message, type Message } from '../l10n.ts';
import type { CheckpointMessage } from '../protocol.ts';
import { CheckpointFiles } from '../platform/checkpoint-files.ts';
import { OrderedRunFiles } from '../platform/ordered-run-files.ts';
import { OutputsFiles } from '../platform/outputs-files.ts';
import type { RunFiles, StoredRun } from '../platform/run-files.ts';
import type { RunColour } from '../run/colours.ts';
import type { Past } from '../run/continue.ts';
import { eventFileName, formatIdentity, parseIdentity } from '../run/log/identity.ts';
import { readLog } from '../run/log/reader.ts';
import { LogWriter } from '../run/log/writer.ts';
import type { Outputs } from '../run/outputs/outputs.ts';
import { applyEvent, newRun } from '../run/reduce.ts';
import { isActive, type Run, type RunIdentity } from '../run/run.ts';
import type { RunStore, StoreChange } from '../run/store.ts';
import type { Disposable } from './disposables.ts';
import { RunLog } from './run-log.ts';

/** Every run of the store as a folder on disk, and every folder on disk as a run of the store. */
export class RunLibrary implements Disposable {
  readonly files: OrderedRunFiles;
  readonly #logs = new Map<string, RunLog>();
  /** The runs whose folders are being made. */
  readonly #creating = new Set<string>();
  readonly #listener: { dispose(): void };
  readonly #checkpoints: CheckpointFiles;
  readonly #outputs: OutputsFiles;
  /** The last change of names or colours; the next begins with what it left. Never rejects. */
  #identified: Promise<unknown> = Promise.resolve();
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
  createContinuing(run: Run, { events, checkpoints, outputs }: Past): Promise<void> {
    const { id } = run.identity;
    return this.#allOrNone([run], async () => {
      const log = await this.#open(run);
      this.#logs.set(id, log);
      for (const [kind, bytes] of checkpoints)
        await this.#write(() => this.files.writeCheckpoint(id, kind, bytes));
      for (const [name, bytes] of outputs)
        await this.#write(() => this.files.writeOutputs(id, name, bytes));
      await log.begin(events);
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
    return this.#identify([run], { name });
  }

  /** Of these runs and the others of their groups, which share one. */
  recolour(runs: readonly Run[], colour: RunColour): Promise<void> {
    const groups = new Set(runs.flatMap(({ identity }) => identity.group ?? []));
    const alike = this.store.runs.filter(
      (run) => runs.includes(run) || groups.has(run.identity.group ?? ''),
    );
    return this.#identify(alike, { colour });
  }

  async delete(runs: readonly Run[]): Promise<void> {
    const ids = runs.map((run) => run.identity.id);
    for (const id of ids) this.#cutOff.delete(id);
    this.store.remove(ids);
    await Promise.all(ids.map((id) => this.#discard(id)));
  }

  /** Resolves once what is known of a run is on disk, as far as the disk takes it. */
  async written({ identity: { id } }: Run): Promise<void> {
    await this.#logs.get(id)?.flush();
    await this.files.settled(id);
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

  /** One change after the other, each of what the one before has left. */
  #identify(runs: readonly Run[], change: IdentityChange): Promise<void> {
    const done = this.#identified.then(async () => {
      for (const { identity } of runs)
        await this.#write(() =>
          this.files.writeRunJson(identity.id, formatIdentity({ ...identity, ...change })),
        );
      this.store.identify(
        runs.map(({ identity }) => identity.id),
        change,
      );
    });
    this.#identified = done.catch(() => undefined);
    return done;
  }

  #append(change: StoreChange): void {
    if (change.type === 'event') void this.#logs.get(change.run.identity.id)?.append(change.event);
  }

  async #close(id: string): Promise<void> {
    const log = this.#logs.get(id);
    this.#logs.delete(id);
    await log?.dispose();
  }

  async #open({ identity }: Run): Promise<RunLog> {
    const { id } = identity;
    const name = eventFileName(identity);
    const file = await this.#write(() => this.files.create(id, formatIdentity(identity), name));
    const onProblem = (problem: Message): void => {
      this.onProblem(problem);
      this.onUnwritable(id);
    };
    const writer = new LogWriter(file, this.files.folderOf(id));
    return new RunLog(writer, onProblem, () => this.#logs.delete(id));
  }

  async #write<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (cause) {
      const reason = message(
        '{folder} cannot be written: {cause}. Mend the access or make room, then try again.',
        {
          folder: this.files.folder,
          cause: cause instanceof Error ? cause.message : String(cause),
        },
      );
      throw new LossLabError(reason, { cause });
    }
  }

  #restore(stored: StoredRun): [] | [Run] {
    const parsed = parseIdentity(stored.runJson);
    if (!parsed.ok) {
      const folder = this.files.folderOf(stored.id);
      this.onProblem(
        message('Run folder {folder}: {problem}', { folder, problem: parsed.problem }),
      );
      return [];
    }
    const run = newRun({ ...parsed.identity, id: stored.id });
    const { events, problem } = readLog(stored.log);
    for (const event of events) applyEvent(run, event);
    run.reason ??= problem;
    if (isActive(run.state)) run.state = 'interrupted';
    return [run];
  }
}

type IdentityChange = Pick<Partial<RunIdentity>, 'name' | 'colour'>;

/** Milliseconds until runs that another window holds are looked at again. */
const lookInterval = 10_000;

/** A long run takes a while to decode: nobody else in the extension host should wait for all. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
