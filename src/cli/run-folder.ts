import type { Message } from '../l10n.ts';
import { CheckpointFiles } from '../platform/checkpoint-files.ts';
import type { OrderedRunFiles } from '../platform/ordered-run-files.ts';
import { OutputsFiles } from '../platform/outputs-files.ts';
import type { RunFiles } from '../platform/run-files.ts';
import { encodeCheckpoint } from '../run/checkpoint/codec.ts';
import type { Past } from '../run/continue.ts';
import { eventFileName, formatIdentity } from '../run/log/identity.ts';
import { LogWriter } from '../run/log/writer.ts';
import type { Run } from '../run/run.ts';
import type { TrainOptions } from '../training/trainer.ts';

/** Makes the folder of a run, with the past of the one that it continues, if it does. */
export async function openLog({ identity }: Run, files: RunFiles, past?: Past): Promise<LogWriter> {
  const { id } = identity;
  const file = await files.create(id, formatIdentity(identity), eventFileName(identity));
  const log = new LogWriter(file, files.folderOf(id));
  for (const [kind, bytes] of past?.checkpoints ?? []) await files.writeCheckpoint(id, kind, bytes);
  for (const [name, bytes] of past?.outputs ?? []) await files.writeOutputs(id, name, bytes);
  if (past) await log.appendAll(past.events);
  return log;
}

/** Keeps the checkpoints and the outputs of a run in its folder. */
export function keepIn(
  files: OrderedRunFiles,
  each: Run,
  tell: (problem: Message) => void,
): Required<Pick<TrainOptions, 'keep' | 'keepOutputs'>> {
  const checkpoints = new CheckpointFiles(files, tell);
  const outputs = new OutputsFiles(files, tell);
  return {
    keep: (checkpoint, kinds) =>
      void checkpoints.keep(each, { kinds, bytes: encodeCheckpoint(checkpoint) }),
    keepOutputs: (of) => void outputs.keep(each, of),
  };
}
