import { datasetFacts } from '../../../src/experiment/datasets/dataset-spec.ts';
import { validationKey } from '../../../src/experiment/datasets/same-validation.ts';
import type { Message } from '../../../src/l10n.ts';
import { classNamesOf } from '../../../src/run/class-names.ts';
import type { Run } from '../../../src/run/run.ts';
import type { Shown } from '../shown.ts';

/** Runs whose images can stand side by side, since they are the same. */
export interface DataGroup extends Shown {
  /** What tells these images from others. */
  readonly imagesKey: string;
  /** The run that orders and filters. */
  readonly by: Run;
  /** Those that have looked at other images. */
  readonly others: readonly Run[];
  readonly isSegmentation: boolean;
  readonly classNames: readonly (string | Message)[];
}

/** The runs that share the images of the chosen one; undefined before any has looked at its images. */
export function dataGroup(shown: Shown, runId: string | null): DataGroup | undefined {
  const { runs, all, slots } = shown;
  const measured = runs.filter(({ evaluations }) => evaluations.last !== undefined);
  const by = measured.find(({ identity }) => identity.id === runId) ?? measured[0];
  if (by === undefined) return undefined;
  const keyOf = ({ identity }: Run): string => validationKey(identity.spec);
  const imagesKey = keyOf(by);
  return {
    ...{ imagesKey, by, all, slots },
    runs: measured.filter((run) => keyOf(run) === imagesKey),
    others: measured.filter((run) => keyOf(run) !== imagesKey),
    isSegmentation: datasetFacts(by.identity.spec.dataset).task === 'segmentation',
    classNames: classNamesOf(by),
  };
}
