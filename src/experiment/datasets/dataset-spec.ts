import * as z from 'zod/mini';
import { message } from '../../l10n.ts';
import { described } from '../schema/described.ts';
import { datasetNames, type DatasetName } from './catalogue.ts';

/** The images that are trained on. */
export interface DatasetSpec {
  readonly name: DatasetName;
}

export const datasetSchema = z.strictObject({
  name: described(z.enum(datasetNames), message('The data set.')),
});

export function datasetSpec(name: DatasetName): DatasetSpec {
  return { name };
}

export function wholeDataset({ name }: z.infer<typeof datasetSchema>): DatasetSpec {
  return { name };
}
