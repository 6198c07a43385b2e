import * as z from 'zod/mini';
import { message, type Message } from '../l10n.ts';
import { changesErrors } from './datasets/changes/data-changes.ts';
import {
  datasetFacts,
  datasetSchema,
  wholeDataset,
  type DatasetSpec,
} from './datasets/dataset-spec.ts';
import { earlyStoppingSchema } from './early-stopping.ts';
import { losses, lossNames } from './losses/catalogue.ts';
import { lossSchema, wholeLoss } from './losses/loss-spec.ts';
import {
  modelSchema,
  modelSpec,
  wholeModel,
  type ModelSpec,
  type WrittenModel,
} from './models/model-spec.ts';
import { models } from './models/catalogue.ts';
import { optimizerSchema } from './optimizers/optimizer-spec.ts';
import { count, described } from './schema/described.ts';
import { seedSchema } from './seed-schema.ts';
import { oneOf, specErrors, type SpecError } from './spec-error.ts';
import { defaultSpec, fittingModel, modelsFor, type ExperimentSpec } from './spec.ts';

export type ParsedSpec =
  | { readonly ok: true; readonly spec: ExperimentSpec }
  | { readonly ok: false; readonly errors: readonly SpecError[] };

/** What may be written of an experiment: everything may be left out. */
export const specSchema = z.strictObject({
  dataset: z.optional(datasetSchema),
  model: z.optional(modelSchema),
  loss: z.optional(lossSchema),
  optimizer: z.optional(optimizerSchema),
  epochs: z.optional(described(count(100_000), message('Passes over the training images.'))),
  batchSize: z.optional(
    described(count(Number.MAX_SAFE_INTEGER), message('Images that one step is taken on.')),
  ),
  seed: z.optional(
    described(seedSchema, message('Decides the initial weights and the order of the images.')),
  ),
  earlyStopping: z.optional(earlyStoppingSchema),
});

/** Where a name decides what else may be written, what it may be. */
const alternatives: Readonly<Record<string, Message>> = {
  'loss.name': oneOf([...lossNames, 'own']),
  'loss.classWeights': message(
    'must be "equal", "balanced", or a list of one weight a class, none below 0',
  ),
};

/** What may be written as a name alone, for the rest as is usual for it. */
export const named = ['dataset', 'model', 'loss', 'optimizer'] as const;

/**
 * A whole spec from anything, with defaults for what is left out; or every error in it, each with
 * its path. Never throws.
 */
export function parseSpec(value: unknown): ParsedSpec {
  const parsed = specSchema.safeParse(inFull(value));
  if (!parsed.success) {
    const errors = parsed.error.issues.flatMap((issue) => specErrors(issue, alternatives));
    return { ok: false, errors: errors.map((error) => asWritten(error, value)) };
  }
  const { data } = parsed;
  const dataset = wholeDataset(data.dataset ?? {}, 'fashion-mnist');
  const model = modelFor(dataset, data.model ?? {});
  const spec = {
    dataset,
    model,
    loss: data.loss ? wholeLoss(data.loss) : defaultSpec.loss,
    optimizer: data.optimizer ?? defaultSpec.optimizer,
    epochs: data.epochs ?? models[model.name].epochs,
    batchSize: data.batchSize ?? defaultSpec.batchSize,
    seed: data.seed ?? defaultSpec.seed,
    earlyStopping: data.earlyStopping ?? defaultSpec.earlyStopping,
  };
  const errors = [...modelErrors(data.model ?? {}, spec), ...limitErrors(spec)];
  return errors.length > 0 ? { ok: false, errors } : { ok: true, spec };
}

/** With each of them as an object. */
export function inFull(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const full: Record<string, unknown> = { ...value };
  for (const key of named) if (typeof full[key] === 'string') full[key] = { name: full[key] };
  return full;
}

/** The path of a name is that of the whole where nothing but the name is written. */
function asWritten(error: SpecError, value: unknown): SpecError {
  const written = new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
  const key = named.find((each) => error.path === `${each}.name`);
  return key !== undefined && typeof written.get(key) === 'string'
    ? { ...error, path: key }
    : error;
}

/** Without a name, the model that suits the data set. */
function modelFor(dataset: DatasetSpec, written: WrittenModel): ModelSpec {
  const usual = written.name === undefined ? fittingModel(dataset) : modelSpec(written.name);
  return wholeModel(usual, written);
}

/** A model that does not do the data set's task, or has no use for the size or style that is given. */
function modelErrors(written: WrittenModel, { dataset, model }: ExperimentSpec): SpecError[] {
  const errors: SpecError[] = [];
  const fitting = modelsFor(dataset);
  if (!fitting.includes(model.name)) {
    const text = message('does not fit the data set, which takes one of: {names}', {
      names: fitting.join(', '),
    });
    errors.push({ path: 'model', message: text });
  }
  if (written.style && model.style === null) {
    const text = message('is of no use: this model has no hidden layer');
    errors.push({ path: 'model.style', message: text });
  }
  if (written.size && model.size === null) {
    const text = message('is of no use: the layers of this model are fixed');
    errors.push({ path: 'model.size', message: text });
  }
  return errors;
}

/** Limits that depend on another setting. */
function limitErrors({ dataset, loss, optimizer, epochs, batchSize }: ExperimentSpec): SpecError[] {
  const errors: SpecError[] = [];
  const { trainCount, task, classes } = datasetFacts(dataset);
  const add = (path: string, text: Message): void => void errors.push({ path, message: text });
  if ((dataset.name === 'own') !== (dataset.own !== null)) {
    add('dataset.own', message('goes with the data set “own”, and that with it'));
  }
  if (trainCount !== undefined && batchSize > trainCount) {
    add('batchSize', message('must be at most {limit}, the number of training images', { limit: trainCount })); // prettier-ignore
  }
  if (optimizer.schedule.warmUp > epochs) {
    add('optimizer.schedule.warmUp', message('must be at most {limit}, the number of epochs', { limit: epochs })); // prettier-ignore
  }
  for (const error of changesErrors(dataset, task)) add(`dataset.${error.path}`, error.message);
  const { scope } = losses[loss.name];
  if (scope === 'image' && task !== 'segmentation') {
    add('loss', message('compares regions, so it needs a data set with a class for every pixel'));
  }
  if (loss.classWeights === 'equal') return errors;
  if (scope === 'image') {
    add('loss.classWeights', message('is of no use: this loss compares whole regions'));
  }
  if (
    loss.classWeights !== 'balanced' &&
    classes !== undefined &&
    loss.classWeights.length !== classes
  ) {
    add('loss.classWeights', message('must have one weight for each of the {count} classes', { count: classes })); // prettier-ignore
  }
  return errors;
}
