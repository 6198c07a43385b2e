import { message, type Message } from '../l10n.ts';
import { checkpointFileName } from '../run/checkpoint/checkpoint.ts';
import type { CheckpointMessage } from '../protocol.ts';
import type { Run } from '../run/run.ts';
import type { RunFiles } from './run-files.ts';

/**
 * Keeps the checkpoints of runs in their folders. What the disk does not take is lost, said once until
 * one is written again; the checkpoint before it stays, and the run goes on.
 */
export class CheckpointFiles {
  readonly #failing = new Set<string>();

  constructor(
    readonly files: RunFiles,
    readonly onProblem: (problem: Message) => void,
  ) {}

  keep(
    { identity: { id, name } }: Run,
    { kinds, bytes }: Pick<CheckpointMessage, 'kinds' | 'bytes'>,
  ): void {
    try {
      for (const kind of kinds) this.files.writeCheckpoint(id, kind, bytes);
      this.#failing.delete(id);
    } catch (error) {
      if (!this.#failing.has(id)) this.onProblem(this.#problem(id, name, error));
      this.#failing.add(id);
    }
  }

  #problem(id: string, name: string, error: unknown): Message {
    return message(
      'The checkpoint of “{name}” cannot be written to {file}: {cause}. The run goes on; if it is continued later, then from an earlier epoch. Make room or mend the access to the folder.',
      {
        name,
        file: `${this.files.folderOf(id)}/${checkpointFileName('last')}`,
        cause: error instanceof Error ? error.message : String(error),
      },
    );
  }
}
