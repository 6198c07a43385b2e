import { LossLabError } from '../error.ts';
import { message, type Message } from '../l10n.ts';
import type { CheckpointMessage } from '../protocol.ts';
import { CheckpointFiles } from '../platform/checkpoint-files.ts';
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
  readonly #logs = new Map<string, RunLog>();
  readonly #listener: { dispose(): void };
  readonly #checkpoints: CheckpointFiles;
  readonly #outputs: OutputsFiles;
  /** Resolves once the runs on disk have been read. */
  ready: Promise<void>;

  constructor(
    readonly store: RunStore,
    readonly files: RunFiles,
    readonly onProblem: (problem: Message) => void,
    /** A run whose points the disk does not take must not go on. */
    readonly onUnwritable: (runId: string) => void,
  ) {
    this.#checkpoints = new CheckpointFiles(files, onProblem);
    this.#outputs = new OutputsFiles(files, onProblem);
    this.#listener = store.onDidChange((change) => this.#append(change));
    this.ready = this.refresh();
  }

  /** Adds the runs on disk that the store does not hold yet, also those that another window made. */
  async refresh(): Promise<void> {
    const stored = await this.files.list((id) => this.store.get(id) !== undefined);
    const free = stored.filter((run) => !run.heldElsewhere && this.store.get(run.id) === undefined);
    const restored: Run[] = [];
    for (const run of free) {
      restored.push(...this.#restore(run));
      await nextTask();
    }
    if (restored.length > 0) this.store.add(restored);
  }

  /** Gives new runs their folders and adds them to the store, all or none. */
  create(runs: readonly Run[]): void {
    const created = runs.map((run) => [run.identity.id, this.#open(run)] as const);
    for (const [id, log] of created) this.#logs.set(id, log);
    this.store.add(runs);
  }

  /** The same for a run that goes on from another: its folder begins with the past of that. */
  createContinuing(run: Run, { events, checkpoints, outputs }: Past): void {
    const { id } = run.identity;
    const log = this.#open(run);
    try {
      for (const [kind, bytes] of checkpoints)
        this.#write(() => this.files.writeCheckpoint(id, kind, bytes));
      for (const [name, bytes] of outputs)
        this.#write(() => this.files.writeOutputs(id, name, bytes));
    } catch (error) {
      log.dispose();
      void this.files.remove(id);
      throw error;
    }
    this.#logs.set(id, log);
    log.begin(events);
    this.store.add([run]);
  }

  /** A run that has been deleted keeps none. */
  keepCheckpoint(run: Run, checkpoint: CheckpointMessage): void {
    if (this.store.get(run.identity.id) !== undefined) this.#checkpoints.keep(run, checkpoint);
  }

  /** The same. */
  keepOutputs(run: Run, outputs: Outputs): void {
    if (this.store.get(run.identity.id) !== undefined) this.#outputs.keep(run, outputs);
  }

  rename(run: Run, name: string): void {
    this.#identify([run], { name });
  }

  /** Of these runs and the others of their groups, which share one. */
  recolour(runs: readonly Run[], colour: RunColour): void {
    const groups = new Set(runs.flatMap(({ identity }) => identity.group ?? []));
    const alike = this.store.runs.filter(
      (run) => runs.includes(run) || groups.has(run.identity.group ?? ''),
    );
    this.#identify(alike, { colour });
  }

  async delete(runs: readonly Run[]): Promise<void> {
    const ids = runs.map((run) => run.identity.id);
    for (const id of ids) this.#close(id);
    this.store.remove(ids);
    await Promise.all(ids.map((id) => this.files.remove(id)));
  }

  folderOf(run: Run): string {
    return this.files.folderOf(run.identity.id);
  }

  dispose(): void {
    this.#listener.dispose();
    for (const id of [...this.#logs.keys()]) this.#close(id);
  }

  #identify(runs: readonly Run[], change: Pick<Partial<RunIdentity>, 'name' | 'colour'>): void {
    for (const { identity } of runs)
      this.#write(() =>
        this.files.writeRunJson(identity.id, formatIdentity({ ...identity, ...change })),
      );
    const ids = runs.map(({ identity }) => identity.id);
    this.store.identify(ids, change);
  }

  #append(change: StoreChange): void {
    if (change.type === 'event') this.#logs.get(change.run.identity.id)?.append(change.event);
  }

  #close(id: string): void {
    this.#logs.get(id)?.dispose();
    this.#logs.delete(id);
  }

  #open({ identity }: Run): RunLog {
    const { id } = identity;
    const name = eventFileName(identity);
    const file = this.#write(() => this.files.create(id, formatIdentity(identity), name));
    const onProblem = (problem: Message): void => {
      this.onProblem(problem);
      this.onUnwritable(id);
    };
    const writer = new LogWriter(file, this.files.folderOf(id));
    return new RunLog(writer, onProblem, () => this.#logs.delete(id));
  }

  #write<T>(write: () => T): T {
    try {
      return write();
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

/** A long run takes a while to decode: nobody else in the extension host should wait for all. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
