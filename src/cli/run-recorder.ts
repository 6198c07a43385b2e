import type { Message } from '../l10n.ts';
import { CheckpointFiles } from '../platform/checkpoint-files.ts';
import { NodeRunFiles } from '../platform/node/run-files.ts';
import { OrderedRunFiles } from '../platform/ordered-run-files.ts';
import { OutputsFiles } from '../platform/outputs-files.ts';
import { writePast } from '../platform/run-folder.ts';
import { encodeCheckpoint } from '../run/checkpoint/codec.ts';
import type { Past } from '../run/continue.ts';
import type { RunEvent } from '../run/event.ts';
import { eventFileName, formatIdentity } from '../run/log/identity.ts';
import { LogWriter } from '../run/log/writer.ts';
import type { Run } from '../run/run.ts';
import type { TrainOptions } from '../training/trainer.ts';

/** Writes the folder of a run while it is trained. */
export class RunRecorder {
  /** Of what a training gives besides its events. */
  readonly keeping: Required<Pick<TrainOptions, 'keep' | 'keepOutputs'>>;

  private constructor(
    readonly run: Run,
    readonly files: OrderedRunFiles,
    readonly log: LogWriter,
    readonly tell: (problem: Message) => void,
  ) {
    const checkpoints = new CheckpointFiles(files, tell);
    const outputs = new OutputsFiles(files, tell);
    this.keeping = {
      keep: (checkpoint, kinds) =>
        void checkpoints.keep(run, { kinds, bytes: encodeCheckpoint(checkpoint) }),
      keepOutputs: (of) => void outputs.keep(run, of),
    };
  }

  /**
   * Makes the folder among those of `out`, with the past of the run that this one continues, if it does.
   * @param tell what cannot be written, each once
   */
  static async open(
    run: Run,
    out: string,
    tell: (problem: Message) => void,
    past?: Past,
  ): Promise<RunRecorder> {
    const { identity } = run;
    const { id } = identity;
    const files = new OrderedRunFiles(new NodeRunFiles(out));
    const file = await files.create(id, formatIdentity(identity), eventFileName(identity));
    const log = new LogWriter(file, files.folderOf(id));
    if (past) {
      await writePast(files, id, past);
      await log.appendAll(past.events);
    }
    return new RunRecorder(run, files, log, tell);
  }

  /** What cannot be written now is written with what comes next. */
  async append(event: RunEvent): Promise<void> {
    await this.log.append(event);
  }

  /** All is written then, or told. */
  async close(): Promise<void> {
    const problem = await this.log.close();
    await this.files.settled(this.run.identity.id);
    if (problem) this.tell(problem);
  }
}
