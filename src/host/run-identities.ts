import type { RunFiles } from '../platform/run-files.ts';
import type { RunColour } from '../run/colours.ts';
import { formatIdentity } from '../run/log/identity.ts';
import type { Run, RunIdentity } from '../run/run.ts';
import type { RunStore } from '../run/store.ts';
import { written } from './written.ts';

/** Gives runs other names and colours, in their folders and then in the store. */
export class RunIdentities {
  /** The last change; the next begins with what it left. Never rejects. */
  #changed: Promise<unknown> = Promise.resolve();

  constructor(
    readonly store: RunStore,
    readonly files: RunFiles,
  ) {}

  rename(run: Run, name: string): Promise<void> {
    return this.#change([run], { name });
  }

  /** Of these runs and the others of their groups, which share one. */
  recolour(runs: readonly Run[], colour: RunColour): Promise<void> {
    const groups = new Set(runs.flatMap(({ identity }) => identity.group ?? []));
    const alike = this.store.runs.filter(
      (run) => runs.includes(run) || groups.has(run.identity.group ?? ''),
    );
    return this.#change(alike, { colour });
  }

  #change(
    runs: readonly Run[],
    change: Pick<Partial<RunIdentity>, 'name' | 'colour'>,
  ): Promise<void> {
    const done = this.#changed.then(async () => {
      for (const { identity } of runs) {
        const runJson = formatIdentity({ ...identity, ...change });
        await written(this.files.folder, () => this.files.writeRunJson(identity.id, runJson));
      }
      const ids = runs.map(({ identity }) => identity.id);
      this.store.identify(ids, change);
    });
    this.#changed = done.catch(() => undefined);
    return done;
  }
}
