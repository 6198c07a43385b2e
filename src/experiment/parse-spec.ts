import * as z from 'zod/mini';
import { message, type Message } from '../l10n.ts';
import { datasetNames, datasets } from './datasets/catalogue.ts';
import { losses, lossNames } from './losses/catalogue.ts';
import { modelNames } from './models/catalogue.ts';
import { optimizerNames, optimizers } from './optimizers/catalogue.ts';
import { defaultSpec, type ExperimentSpec } from './spec.ts';

export interface SpecError {
  /** Where, such as "optimizer.learningRate"; empty for the whole. */
  readonly path: string;
  readonly message: Message;
}

export type ParsedSpec =
  | { readonly ok: true; readonly spec: ExperimentSpec }
  | { readonly ok: false; readonly errors: readonly SpecError[] };

const maxSeed = 2 ** 32 - 1;

// Checks by plain code: zod would otherwise compile schemas by eval.
z.config({ jitless: true });

const count = (limit: number): z.ZodMiniNumber => z.int().check(z.minimum(1), z.maximum(limit));

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
  model: z._default(z.enum(modelNames), defaultSpec.model),
  loss: z._default(lossSchema, defaultSpec.loss),
  optimizer: z._default(optimizerSchema, defaultSpec.optimizer),
  epochs: z._default(count(100_000), defaultSpec.epochs),
  batchSize: z._default(count(Number.MAX_SAFE_INTEGER), defaultSpec.batchSize),
  seed: z._default(z.int().check(z.minimum(0), z.maximum(maxSeed)), defaultSpec.seed),
});

/**
 * A whole spec from anything, with defaults for what is left out; or every error in it, each with
 * its path. Never throws.
 */
export function parseSpec(value: unknown): ParsedSpec {
  const parsed = specSchema.safeParse(value);
  if (!parsed.success) return { ok: false, errors: parsed.error.issues.flatMap(specErrors) };
  const errors = crossChecks(parsed.data);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, spec: parsed.data };
}

/** What no single field can know: limits that depend on another field. */
function crossChecks(spec: ExperimentSpec): SpecError[] {
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

function specErrors(issue: z.core.$ZodIssue): SpecError[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [path, key].filter(Boolean).join('.'),
      message: message('is not a known setting'),
    }));
  }
  return [{ path, message: explain(issue) }];
}

function explain(issue: z.core.$ZodIssue): Message {
  switch (issue.code) {
    case 'invalid_value':
      return oneOf(issue.values.map(String));
    case 'too_small':
      return issue.inclusive === false
        ? message('must be greater than {limit}', { limit: Number(issue.minimum) })
        : message('must be at least {limit}', { limit: Number(issue.minimum) });
    case 'too_big':
      return message('must be at most {limit}', { limit: Number(issue.maximum) });
    case 'invalid_type':
      return expected(issue.expected);
    default:
      return message('is not valid');
  }
}

function expected(type: string): Message {
  switch (type) {
    case 'int':
      return message('must be a whole number');
    case 'number':
      return message('must be a finite number');
    default:
      return message('must be of type {type}', { type });
  }
}

function oneOf(names: readonly string[]): Message {
  return message('must be one of: {names}', { names: names.join(', ') });
}
