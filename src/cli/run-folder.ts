import type { Message } from '../l10n.ts';
import { CheckpointFiles } from '../platform/checkpoint-files.ts';
import type { NodeRunFiles } from '../platform/node/run-files.ts';
import { encodeCheckpoint } from '../run/checkpoint/codec.ts';
import type { Past } from '../run/continue.ts';
import { eventFileName, formatIdentity } from '../run/log/identity.ts';
import { LogWriter } from '../run/log/writer.ts';
import type { Run } from '../run/run.ts';
import type { KeepCheckpoint } from '../training/checkpoints.ts';

/** Makes the folder of a run, with the past of the one that it continues, if it does. */
export function openLog({ identity }: Run, files: NodeRunFiles, past?: Past): LogWriter {
  const { id } = identity;
  const file = files.create(id, formatIdentity(identity), eventFileName(identity));
  const log = new LogWriter(file, files.folderOf(id));
  for (const [kind, bytes] of past?.checkpoints ?? []) files.writeCheckpoint(id, kind, bytes);
  if (past) log.appendAll(past.events);
  return log;
}

/** Keeps the checkpoints of a run in its folder. */
export function keepIn(
  files: NodeRunFiles,
  each: Run,
  tell: (problem: Message) => void,
): KeepCheckpoint {
  const kept = new CheckpointFiles(files, tell);
  return (checkpoint, kinds) => kept.keep(each, { kinds, bytes: encodeCheckpoint(checkpoint) });
}
