import { message, type Message } from '../l10n.ts';
import { epochFile, epochName, outputsFolder, rowsFiles } from '../run/outputs/files.ts';
import type { Outputs } from '../run/outputs/outputs.ts';
import type { Run } from '../run/run.ts';
import { DispensableWrites } from './dispensable-writes.ts';
import type { RunFiles } from './run-files.ts';

/** Keeps the outputs of runs in their folders; an epoch whose outputs cannot be written goes without. */
export class OutputsFiles {
  readonly #writes: DispensableWrites;
  /** The runs whose folder has what is the same after every epoch. */
  readonly #begun = new Set<string>();

  constructor(
    readonly files: Pick<RunFiles, 'writeOutputs' | 'folderOf'>,
    onProblem: (problem: Message) => void,
  ) {
    this.#writes = new DispensableWrites(onProblem);
  }

  keep({ identity: { id, name } }: Run, outputs: Outputs): void {
    const folder = `${this.files.folderOf(id)}/${outputsFolder}`;
    this.#writes.attempt(
      id,
      () => this.#write(id, outputs),
      (cause) =>
        message(
          'The outputs of “{name}” cannot be written to {folder}: {cause}. The run goes on; what it predicts after this epoch cannot be shown later. Make room or mend the access to the folder.',
          { name, folder, cause },
        ),
    );
  }

  /** The logits last: a file of them can be read as soon as it is there. */
  #write(id: string, outputs: Outputs): void {
    if (!this.#begun.has(id))
      for (const [name, bytes] of rowsFiles(outputs)) this.files.writeOutputs(id, name, bytes);
    this.#begun.add(id);
    this.files.writeOutputs(id, epochName(outputs.epoch), epochFile(outputs));
  }
}
