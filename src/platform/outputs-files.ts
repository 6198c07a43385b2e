import { message, type Message } from '../l10n.ts';
import { epochFile, epochName, outputsFolder, rowsFiles } from '../run/outputs/files.ts';
import type { Outputs } from '../run/outputs/outputs.ts';
import type { Run } from '../run/run.ts';
import { DispensableWrites } from './dispensable-writes.ts';
import type { OrderedRunFiles } from './ordered-run-files.ts';

/** Keeps the outputs of runs in their folders; an epoch whose outputs cannot be written goes without. */
export class OutputsFiles {
  readonly #writes: DispensableWrites;
  /** The runs whose folder has what is the same after every epoch. */
  readonly #begun = new Set<string>();

  constructor(
    readonly files: OrderedRunFiles,
    onProblem: (problem: Message) => void,
  ) {
    this.#writes = new DispensableWrites(onProblem);
  }

  /** Never rejects. */
  keep({ identity: { id, name } }: Run, outputs: Outputs): Promise<void> {
    const folder = `${this.files.folderOf(id)}/${outputsFolder}`;
    return this.#writes.attempt(
      id,
      () => this.#write(id, outputs),
      (cause) =>
        message(
          'The outputs of “{name}” cannot be written to {folder}: {cause}. The run goes on; what it predicts after this epoch cannot be shown later. Make room or mend the access to the folder.',
          { name, folder, cause },
        ),
    );
  }

  /**
   * All at once, for whoever gave the outputs may write over them. The logits last: a file of them can be
   * read as soon as it is there.
   */
  #write(id: string, outputs: Outputs): Promise<void>[] {
    const same = this.#begun.has(id) ? [] : [...rowsFiles(outputs)];
    const files = [...same, [epochName(outputs.epoch), epochFile(outputs)] as const];
    const written = files.map(([name, bytes]) => this.files.writeOutputs(id, name, bytes));
    Promise.all(written).then(
      () => this.#begun.add(id),
      () => undefined, // The next epoch tries again.
    );
    return written;
  }
}
