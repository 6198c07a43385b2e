import * as z from 'zod/mini';
import { message, type Message } from '../../l10n.ts';
import type { Task } from '../models/model.ts';
import { described } from '../schema/described.ts';
import { datasetNames, datasets, type DatasetName } from './catalogue.ts';
import {
  dataChangesShape,
  noChanges,
  wholeChanges,
  type DataChanges,
} from './changes/data-changes.ts';
import { ownDataSchema, taskOfOwnData, wholeOwnData, type OwnData } from './own/own-data.ts';

/** The images that are trained on, and what is done to them before. */
export interface DatasetSpec extends DataChanges {
  /** Of the catalogue, or `own`. */
  readonly name: DatasetName | 'own';
  /** Where a person's own data lies; null for a data set of the catalogue. */
  readonly own: OwnData | null;
}

export const datasetSchema = z.strictObject({
  name: z.optional(
    described(
      z.enum([...datasetNames, 'own']),
      message('The data set; own for images of yours, which "own" then describes.'),
    ),
  ),
  own: z.nullish(described(ownDataSchema, message('Images of your own, and how to read them.'))),
  ...dataChangesShape,
});

export type WrittenDataset = z.infer<typeof datasetSchema>;

/** A data set as it is. */
export function datasetSpec(name: DatasetName): DatasetSpec {
  return { name, own: null, ...noChanges };
}

/** @param usual the data set that is meant where none is named */
export function wholeDataset(written: WrittenDataset, usual: DatasetName): DatasetSpec {
  const { name, own, ...changes } = written;
  return {
    name: name ?? (own ? 'own' : usual),
    own: own ? wholeOwnData(own) : null,
    ...wholeChanges(changes),
  };
}

/** What is known of a data set before its images are read. */
export interface DatasetFacts {
  readonly label: Message;
  readonly task: Task;
  /** Undefined where only the files know. */
  readonly trainCount: number | undefined;
  readonly classes: number | undefined;
}

export function datasetFacts({ name, own, share }: DatasetSpec): DatasetFacts {
  if (name === 'own') return ownFacts(own);
  const { label, task, trainCount, classLabels } = datasets[name];
  return { label, task, trainCount: Math.round(share * trainCount), classes: classLabels.length };
}

function ownFacts(own: OwnData | null): DatasetFacts {
  const path = own === null ? '' : 'path' in own ? own.path : own.images;
  return {
    label: message('own data {path}', { path: path.split(/[\\/]/).findLast(Boolean) ?? path }),
    task: own === null ? 'classification' : taskOfOwnData(own),
    trainCount: undefined,
    classes: undefined,
  };
}
