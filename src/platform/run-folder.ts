import { checkpointKinds, type CheckpointKind } from '../run/checkpoint/checkpoint.ts';
import type { Past, RunFolder } from '../run/continue.ts';
import type { RunFiles } from './run-files.ts';

/** Reads what a run can be continued with. */
export async function runFolder(files: RunFiles, id: string): Promise<RunFolder> {
  const checkpoints = new Map<CheckpointKind, Uint8Array>();
  for (const kind of checkpointKinds) {
    const bytes = await files.readCheckpoint(id, kind);
    if (bytes) checkpoints.set(kind, bytes);
  }
  const outputs = await files.readOutputs(id, await files.outputsNames(id));
  return { path: files.folderOf(id), log: await files.readLog(id), checkpoints, outputs };
}

/** Begins the folder of a run with the checkpoints and outputs of the one that it continues. */
export async function writePast(
  files: RunFiles,
  id: string,
  { checkpoints, outputs }: Past,
): Promise<void> {
  for (const [kind, bytes] of checkpoints) await files.writeCheckpoint(id, kind, bytes);
  for (const [name, bytes] of outputs) await files.writeOutputs(id, name, bytes);
}
