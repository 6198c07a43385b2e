import type { Message } from '../l10n.ts';
import { CheckpointFiles } from '../platform/checkpoint-files.ts';
import { OutputsFiles } from '../platform/outputs-files.ts';
import type { NodeRunFiles } from '../platform/node/run-files.ts';
import { encodeCheckpoint } from '../run/checkpoint/codec.ts';
import type { Past } from '../run/continue.ts';
import { eventFileName, formatIdentity } from '../run/log/identity.ts';
import { LogWriter } from '../run/log/writer.ts';
import type { Run } from '../run/run.ts';
import type { TrainOptions } from '../training/trainer.ts';

/** Makes the folder of a run, with the past of the one that it continues, if it does. */
export function openLog({ identity }: Run, files: NodeRunFiles, past?: Past): LogWriter {
  const { id } = identity;
  const file = files.create(id, formatIdentity(identity), eventFileName(identity));
  const log = new LogWriter(file, files.folderOf(id));
  for (const [kind, bytes] of past?.checkpoints ?? []) files.writeCheckpoint(id, kind, bytes);
  for (const [name, bytes] of past?.outputs ?? []) files.writeOutputs(id, name, bytes);
  if (past) log.appendAll(past.events);
  return log;
}

/** Keeps the checkpoints and the outputs of a run in its folder. */
export function keepIn(
  files: NodeRunFiles,
  each: Run,
  tell: (problem: Message) => void,
): Required<Pick<TrainOptions, 'keep' | 'keepOutputs'>> {
  const checkpoints = new CheckpointFiles(files, tell);
  const outputs = new OutputsFiles(files, tell);
  return {
    keep: (checkpoint, kinds) =>
      checkpoints.keep(each, { kinds, bytes: encodeCheckpoint(checkpoint) }),
    keepOutputs: (of) => outputs.keep(each, of),
  };
}
