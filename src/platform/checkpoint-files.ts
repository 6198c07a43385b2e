import { message, type Message } from '../l10n.ts';
import { checkpointFileName } from '../run/checkpoint/checkpoint.ts';
import type { CheckpointMessage } from '../protocol.ts';
import type { Run } from '../run/run.ts';
import { DispensableWrites } from './dispensable-writes.ts';
import type { OrderedRunFiles } from './ordered-run-files.ts';

/** Keeps the checkpoints of runs in their folders; where one cannot be written, the one before it stays. */
export class CheckpointFiles {
  readonly #writes: DispensableWrites;

  constructor(
    readonly files: OrderedRunFiles,
    onProblem: (problem: Message) => void,
  ) {
    this.#writes = new DispensableWrites(onProblem);
  }

  /** Never rejects. */
  keep(
    { identity: { id, name } }: Run,
    { kinds, bytes }: Pick<CheckpointMessage, 'kinds' | 'bytes'>,
  ): Promise<void> {
    const file = `${this.files.folderOf(id)}/${checkpointFileName('last')}`;
    return this.#writes.attempt(
      id,
      () => kinds.map((kind) => this.files.writeCheckpoint(id, kind, bytes)),
      (cause) =>
        message(
          'The checkpoint of “{name}” cannot be written to {file}: {cause}. The run goes on; if it is continued later, then from an earlier epoch. Make room or mend the access to the folder.',
          { name, file, cause },
        ),
    );
  }
}
