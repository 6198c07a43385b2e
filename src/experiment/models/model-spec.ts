import * as z from 'zod/mini';
import { message } from '../../l10n.ts';
import { between, count, described } from '../schema/described.ts';
import { modelNames, models, type ModelName } from './catalogue.ts';
import { plainRelu, type ModelBuild, type ModelSize } from './model.ts';
import { activationNames, initializerNames, type LayerStyle } from './net.ts';

/** A model, whole: how many hidden layers, and how they are made; null where there is no choice. */
export interface ModelSpec {
  readonly name: ModelName;
  readonly size: ModelSize | null;
  readonly style: LayerStyle | null;
}

/** A model with the size and style that it has by default. */
export function modelSpec(name: ModelName): ModelSpec {
  const { size, style } = models[name];
  return { name, size, style };
}

/** What the model is built by; one without hidden layers has no use for it. */
export function buildOf({ size, style }: ModelSpec): ModelBuild {
  return { size: size ?? { layers: 0, units: 0 }, style: style ?? plainRelu };
}

/** A model with anything left out, its name too; `wholeModel` fills it in. */
export const modelSchema = z.strictObject({
  name: z.optional(described(z.enum(modelNames), message('The model that is trained.'))),
  size: z.nullish(
    z.strictObject({
      layers: z.optional(described(count(20), message('Hidden layers of an MLP.'))),
      units: z.optional(described(count(2048), message('Units of each hidden layer.'))),
    }),
  ),
  style: z.nullish(
    z.strictObject({
      activation: z.optional(
        described(z.enum(activationNames), message('What follows the sums of a hidden layer.')),
      ),
      initializer: z.optional(
        described(z.enum(initializerNames), message('How the initial weights are drawn.')),
      ),
      initialScale: z.optional(
        described(between(0, 1000), message('What the initial weights are multiplied with.')),
      ),
      batchNorm: z.optional(
        described(z.boolean(), message('Whether sums are normalised over the batch.')),
      ),
      dropout: z.optional(
        described(between(0, 0.95), message('Share of hidden values that a step leaves out.')),
      ),
    }),
  ),
});

export type WrittenModel = z.infer<typeof modelSchema>;

/** What the size and style of `usual` lack is as is usual for it; what it has no use for is left out. */
export function wholeModel(usual: ModelSpec, { size, style }: WrittenModel): ModelSpec {
  return {
    name: usual.name,
    size: usual.size && {
      layers: size?.layers ?? usual.size.layers,
      units: size?.units ?? usual.size.units,
    },
    style: usual.style && {
      activation: style?.activation ?? usual.style.activation,
      initializer: style?.initializer ?? usual.style.initializer,
      initialScale: style?.initialScale ?? usual.style.initialScale,
      batchNorm: style?.batchNorm ?? usual.style.batchNorm,
      dropout: style?.dropout ?? usual.style.dropout,
    },
  };
}
