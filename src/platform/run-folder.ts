import { checkpointKinds, type CheckpointKind } from '../run/checkpoint/checkpoint.ts';
import type { RunFolder } from '../run/continue.ts';
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
