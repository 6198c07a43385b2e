import { toBase64 } from '../../base64.ts';
import { LossLabError } from '../../error.ts';
import { message } from '../../l10n.ts';
import type { RunFiles } from '../../platform/run-files.ts';
import type { OutputsAnswer } from '../../question.ts';
import {
  epochName,
  epochsIn,
  labelsName,
  outputsFolder,
  readOutputs,
  rowsName,
} from '../../run/outputs/files.ts';
import { nearestEpoch } from '../../run/nearest-epoch.ts';
import { isActive, type Run } from '../../run/run.ts';

export type OutputsSource = Pick<RunFiles, 'folderOf' | 'outputsNames' | 'readOutputs'>;

/**
 * What a run gave for the validation set after an epoch.
 * @throws LossLabError if it has kept nothing of the kind, or its files are damaged
 */
export async function outputsAnswer(
  run: Run,
  wanted: number,
  files: OutputsSource,
): Promise<OutputsAnswer> {
  const { id } = run.identity;
  const epochs = epochsIn(await files.outputsNames(id));
  const epoch = nearestEpoch(epochs, wanted);
  if (epoch === undefined) throw noOutputs(run);
  const read = await files.readOutputs(id, [labelsName, rowsName, epochName(epoch)]);
  const folder = `${files.folderOf(id)}/${outputsFolder}`;
  const { logits, labels, ...rest } = readOutputs(read, epoch, folder);
  return {
    ...{ type: 'outputs', epoch, epochs, ...rest },
    logits: toBase64(logits),
    labels: toBase64(labels),
  };
}

function noOutputs({ identity: { name }, state }: Run): LossLabError {
  const reason = isActive(state)
    ? message(
        '“{name}” has no outputs yet. The first are kept as soon as its images are read and the model is initialised.',
        { name },
      )
    : message(
        'What “{name}” predicted epoch by epoch was not kept: an earlier version trained it, it ended before it began, or the disk was full. Train it again to see it.',
        { name },
      );
  return new LossLabError(reason);
}
