import * as z from 'zod/mini';
import { message } from '../l10n.ts';
import { datasetNames, datasets } from './datasets/catalogue.ts';
import { earlyStoppingSchema } from './early-stopping.ts';
import { losses, lossNames } from './losses/catalogue.ts';
import { modelNames } from './models/catalogue.ts';
import { activationNames, initializerNames } from './models/net.ts';
import { optimizerNames, optimizers } from './optimizers/catalogue.ts';
import { count } from './schema/described.ts';
import { maxSeed } from './seeds.ts';
import { oneOf, specErrors, type SpecError } from './spec-error.ts';
import {
  defaultSpec,
  fittingModel,
  modelsFor,
  modelSpec,
  type ExperimentSpec,
  type ModelSpec,
} from './spec.ts';

export type ParsedSpec =
  | { readonly ok: true; readonly spec: ExperimentSpec }
  | { readonly ok: false; readonly errors: readonly SpecError[] };

/** A model by its name alone, or with any part of its style; what is left out is filled in below. */
const modelSchema = z.pipe(
  z.transform((value) => (typeof value === 'string' ? { name: value } : value)),
  z.strictObject({
    name: z.optional(z.enum(modelNames)),
    style: z.nullish(
      z.strictObject({
        activation: z.optional(z.enum(activationNames)),
        initializer: z.optional(z.enum(initializerNames)),
        batchNorm: z.optional(z.boolean()),
      }),
    ),
  }),
);

const lossSchema = z.pipe(
  z.strictObject({
    name: z.enum(lossNames),
    reduction: z.optional(z.enum(['mean', 'sum', 'half-sum'])),
  }),
  z.transform(({ name, reduction }) => ({
    name,
    reduction: reduction ?? losses[name].reductions[0],
  })),
);

const optimizerSchema = z.pipe(
  z.strictObject({
    name: z.enum(optimizerNames),
    learningRate: z.optional(z.number().check(z.positive())),
  }),
  z.transform(({ name, learningRate }) => ({
    name,
    learningRate: learningRate ?? optimizers[name].defaultLearningRate,
  })),
);

const specSchema = z.strictObject({
  dataset: z._default(z.enum(datasetNames), defaultSpec.dataset),
  model: z._default(modelSchema, {}),
  loss: z._default(lossSchema, defaultSpec.loss),
  optimizer: z._default(optimizerSchema, defaultSpec.optimizer),
  epochs: z._default(count(100_000), defaultSpec.epochs),
  batchSize: z._default(count(Number.MAX_SAFE_INTEGER), defaultSpec.batchSize),
  seed: z._default(z.int().check(z.minimum(0), z.maximum(maxSeed)), defaultSpec.seed),
  earlyStopping: z._default(earlyStoppingSchema, defaultSpec.earlyStopping),
});

type WrittenSpec = z.infer<typeof specSchema>;

/**
 * A whole spec from anything, with defaults for what is left out; or every error in it, each with
 * its path. Never throws.
 */
export function parseSpec(value: unknown): ParsedSpec {
  const parsed = specSchema.safeParse(value);
  if (!parsed.success) return { ok: false, errors: parsed.error.issues.flatMap(specErrors) };
  const spec = { ...parsed.data, model: wholeModel(parsed.data) };
  const errors = [...modelErrors(parsed.data, spec.model), ...limitErrors(spec)];
  return errors.length > 0 ? { ok: false, errors } : { ok: true, spec };
}

/** Without a name, the model that suits the data set; what its style lacks, as is usual for it. */
function wholeModel({ dataset, model: { name, style } }: WrittenSpec): ModelSpec {
  const whole = name === undefined ? fittingModel(dataset) : modelSpec(name);
  if (whole.style === null) return whole;
  const { activation, initializer, batchNorm } = whole.style;
  return {
    name: whole.name,
    style: {
      activation: style?.activation ?? activation,
      initializer: style?.initializer ?? initializer,
      batchNorm: style?.batchNorm ?? batchNorm,
    },
  };
}

/** A model that does not do the data set's task, or has no use for the style that is given. */
function modelErrors(written: WrittenSpec, { name, style }: ModelSpec): SpecError[] {
  const errors: SpecError[] = [];
  const fitting = modelsFor(written.dataset);
  if (!fitting.includes(name)) {
    const text = message('does not fit the data set, which takes one of: {names}', {
      names: fitting.join(', '),
    });
    errors.push({ path: 'model', message: text });
  }
  if (written.model.style && style === null) {
    const text = message('is of no use: this model has no hidden layer');
    errors.push({ path: 'model.style', message: text });
  }
  return errors;
}

/** Limits that depend on another setting. */
function limitErrors(spec: ExperimentSpec): SpecError[] {
  const errors: SpecError[] = [];
  const { trainCount } = datasets[spec.dataset];
  if (spec.batchSize > trainCount) {
    const text = message('must be at most {limit}, the number of training images', {
      limit: trainCount,
    });
    errors.push({ path: 'batchSize', message: text });
  }
  const reductions: readonly string[] = losses[spec.loss.name].reductions;
  if (!reductions.includes(spec.loss.reduction)) {
    errors.push({ path: 'loss.reduction', message: oneOf(reductions) });
  }
  return errors;
}
