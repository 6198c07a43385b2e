import * as z from 'zod/mini';
import { message } from '../../l10n.ts';
import { between, described } from '../schema/described.ts';
import { losses, lossNames, type AnyLossName, type LossName } from './catalogue.ts';
import { reductionFactor, type Loss, type Reduction } from './loss.ts';
import { presets, type Parameter, type Values } from './parameter.ts';

/** A loss, whole: everything that decides its value and its gradient. */
export interface LossSpec {
  readonly name: AnyLossName;
  /** Over the classes of one example. */
  readonly reduction: Reduction;
  /** Over the examples of a batch: a sum's gradient grows with the batch size. */
  readonly batch: BatchReduction;
  /** Of the loss's own parameters each. */
  readonly parameters: Values;
  readonly classWeights: ClassWeights;
  /** The file of a person's own loss, whose default export is the loss; null for the others. */
  readonly module: string | null;
}

export type BatchReduction = 'mean' | 'sum';

/**
 * What an example's loss is multiplied with, by its class. `balanced` is N/(K n_k) for the n_k of N
 * training labels in class k, so that every class weighs the same and the mean weight is 1 (King & Zeng
 * 2001). The sum of weighted losses is divided by the number of examples, not by the weights.
 */
export type ClassWeights = 'equal' | 'balanced' | readonly number[];

/** A loss in its default reduction, with its presets. */
export function lossSpec(name: LossName, reduction = losses[name].reductions[0]): LossSpec {
  const parameters = presets(losses[name].parameters);
  return { name, reduction, batch: 'mean', parameters, classWeights: 'equal', module: null };
}

/** A person's own loss. */
export function ownLossSpec(module: string): LossSpec {
  const [reduction] = losses.own.reductions;
  return { name: 'own', reduction, batch: 'mean', parameters: {}, classWeights: 'equal', module };
}

/** Whether nothing but the reductions is other than usual, so that a ruler measures the very same. */
export function isPlain({ name, parameters, classWeights }: LossSpec): boolean {
  return classWeights === 'equal' && unusualParameters(name, parameters).length === 0;
}

/** The names of the parameters that are not as preset. */
export function unusualParameters(name: AnyLossName, values: Values): string[] {
  const known: Loss['parameters'] = losses[name].parameters;
  return Object.keys(known).filter((each) => values[each] !== known[each]?.preset);
}

/** What turns a loss measured in its default reduction into `reduction`. */
export function fromDefaultReduction(
  { name, reduction }: Pick<LossSpec, 'name' | 'reduction'>,
  classes: number,
): number {
  const [byDefault] = losses[name].reductions;
  return reductionFactor(reduction, classes) / reductionFactor(byDefault, classes);
}

const classWeightsSchema = described(
  z.union([z.enum(['equal', 'balanced']), z.array(between(0, 1e6))]),
  message('What a class’s examples weigh: equal, balanced (rare classes more), or a list.'),
);

/** What may be written of one loss. */
function schemaOf(name: LossName) {
  const { reductions, parameters, use } = losses[name];
  return z.strictObject({
    name: described(z.literal(name), use),
    reduction: z.optional(
      described(z.enum(reductions), message('How the classes of an example become one number.')),
    ),
    batch: z.optional(
      described(z.enum(['mean', 'sum']), message('How the examples of a batch become one number.')),
    ),
    parameters: z.optional(z.strictObject(parameterSchemas(parameters))),
    classWeights: z.optional(classWeightsSchema),
    module: z.optional(z.null()),
  });
}

/** Only the module is to be written; the rest is what a whole spec says of it. */
const ownSchema = z.strictObject({
  name: described(z.literal('own'), losses.own.use),
  module: described(
    z.string().check(z.minLength(1)),
    message(
      'JavaScript module whose default export is the loss: (tf, labels, logits) => scalar. A relative path begins at the experiment file.',
    ),
  ),
  reduction: z.optional(z.literal('sum')),
  batch: z.optional(z.literal('mean')),
  parameters: z.optional(z.strictObject({})),
  classWeights: z.optional(z.literal('equal')),
});

function parameterSchemas(
  parameters: Loss['parameters'],
): Record<string, z.ZodMiniOptional<z.ZodMiniNumber>> {
  const schema = ({ minimum, maximum, label }: Parameter): z.ZodMiniOptional<z.ZodMiniNumber> =>
    z.optional(described(between(minimum, maximum), label));
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, schema(parameter)]),
  );
}

const [first, ...others] = lossNames.map(schemaOf);
if (!first) throw new Error('There is no loss');

/** A loss with things left out; `wholeLoss` fills them in. */
export const lossSchema = z.discriminatedUnion('name', [first, ...others, ownSchema]);

export function wholeLoss(written: z.infer<typeof lossSchema>): LossSpec {
  if (written.name === 'own') return ownLossSpec(written.module);
  const { name } = written;
  const usual = lossSpec(name);
  return {
    name,
    reduction: written.reduction ?? usual.reduction,
    batch: written.batch ?? usual.batch,
    parameters: { ...usual.parameters, ...given(written.parameters) },
    classWeights: written.classWeights ?? usual.classWeights,
    module: null,
  };
}

function given(values: Readonly<Record<string, number | undefined>> = {}): Values {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
