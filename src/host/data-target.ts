import * as z from 'zod/mini';
import { LossLabError } from '../error.ts';
import {
  datasetSchema,
  wholeDataset,
  type DatasetSpec,
} from '../experiment/datasets/dataset-spec.ts';
import { guessOwnData } from '../experiment/datasets/own/guess-own-data.ts';
import { specErrors } from '../experiment/spec-error.ts';
import { message, type Message } from '../l10n.ts';
import { addressOf } from './address-of.ts';

/** A file or folder, as VS Code hands it over. */
const place = z.object({
  scheme: z.string(),
  authority: z.string(),
  path: z.string(),
  fsPath: z.string(),
});
const own = z.object({ kind: z.string() });

/**
 * The data that a command is called on: a path or an address of VS Code, data of one's own as they are
 * written in an experiment, or its data set.
 * @throws LossLabError naming the setting that is wrong
 */
export function dataTarget(argument: unknown): DatasetSpec {
  const located = place.safeParse(argument);
  const path = located.success ? addressOf(located.data) : argument;
  if (typeof path === 'string') return parsed({ name: 'own', own: guessOwnData(path, {}) });
  return parsed(own.safeParse(argument).success ? { name: 'own', own: argument } : argument);
}

function parsed(value: unknown): DatasetSpec {
  const result = datasetSchema.safeParse(value);
  if (result.success) {
    const dataset = wholeDataset(result.data, 'fashion-mnist');
    if ((dataset.name === 'own') === (dataset.own !== null)) return dataset;
    throw notShown('own', message('goes with the data set “own”, and that with it'));
  }
  const [error] = result.error.issues.flatMap((issue) => specErrors(issue));
  throw notShown(error?.path ?? '', error?.message ?? message('is not valid'));
}

function notShown(setting: string, problem: Message): LossLabError {
  return new LossLabError(
    message('These data cannot be shown: {setting} {problem}.', { setting, problem }),
  );
}
