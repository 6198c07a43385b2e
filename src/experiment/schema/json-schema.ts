import * as z from 'zod/mini';
import { message, type Message, type Translator } from '../../l10n.ts';
import { experimentSchema } from '../experiment-schema.ts';
import { losses } from '../losses/catalogue.ts';
import { isObject } from '../merge-written.ts';
import { named, specSchema } from '../parse-spec.ts';
import { defaultSpec } from '../spec.ts';
import { byCondition, propertiesOf, withoutRequired, type JsonSchema } from './alternatives.ts';
import { saidOf } from './choices.ts';
import { descriptionOf } from './described.ts';

/**
 * The JSON schema of experiment files, made of the schemas that parse them, with what an editor shows:
 * sentences in the reader's language, defaults, and what each name stands for.
 */
export function experimentJsonSchema(t: Translator): JsonSchema {
  const outline = jsonSchemaOf(experimentSchema, t);
  const spec = specProperties(t);
  const properties = propertiesOf(outline);
  return {
    ...outline,
    title: t(message('Experiment of Loss Lab')),
    allowComments: true,
    allowTrailingCommas: true,
    properties: {
      ...properties,
      base: withProperties(properties['base'], spec),
      variants: ofVariants(properties['variants'], spec),
    },
  };
}

function ofVariants(schema: unknown, spec: JsonSchema): unknown {
  if (!isObject(schema)) return schema;
  return { ...schema, items: withProperties(schema['items'], spec) };
}

/** An object that was open with these properties too, and no others. */
function withProperties(schema: unknown, more: JsonSchema): unknown {
  if (!isObject(schema)) return schema;
  const properties = { ...propertiesOf(schema), ...more };
  return { ...schema, properties, additionalProperties: false };
}

/** What may be written of a spec; a part may lack its name, which the base may give. */
function specProperties(t: Translator): JsonSchema {
  const properties = new Map(Object.entries(propertiesOf(jsonSchemaOf(specSchema, t))));
  for (const key of named)
    properties.set(key, withShorthand(properties.get(key), saidOfPart[key], t));
  for (const key of ['epochs', 'batchSize', 'seed'] as const)
    properties.set(key, { ...asObject(properties.get(key)), default: defaultSpec[key] });
  return Object.fromEntries(properties);
}

const saidOfPart: Readonly<Record<(typeof named)[number], Message>> = {
  dataset: message('The images: a name, or a name with what is done to them.'),
  model: message('What is trained: a name, or a name with its size and style.'),
  loss: message('What is made small: a name, or a name with its reduction and parameters.'),
  optimizer: message('How steps are taken: a name, or a name with its settings.'),
};

/** A name alone, or an object. */
function withShorthand(schema: unknown, text: Message, t: Translator): JsonSchema {
  const part = withoutRequired(asObject(schema));
  const name = asObject(propertiesOf(part)['name']);
  return { description: t(text), anyOf: [{ ...name, type: 'string' }, part] };
}

function jsonSchemaOf(schema: z.core.$ZodType, t: Translator): JsonSchema {
  const raw = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-07',
    override: ({ zodSchema, jsonSchema }) => {
      const text = descriptionOf(zodSchema);
      if (text) jsonSchema.description = t(text);
    },
  });
  return asObject(edited(raw, t));
}

/** From the inside out: choices as conditions, names with what is said of them. */
function edited(node: unknown, t: Translator): unknown {
  if (Array.isArray(node)) return node.map((each) => edited(each, t));
  if (!isObject(node)) return node;
  const inner = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, edited(value, t)]),
  );
  const choiceOf = (names: readonly unknown[]): JsonSchema =>
    withSaid({ type: 'string', enum: names }, t);
  return withSaid(byCondition(withPresets(inner), choiceOf), t);
}

/** What an editor says each name of an enumeration stands for. */
function withSaid(node: JsonSchema, t: Translator): JsonSchema {
  const { enum: names } = node;
  const texts = Array.isArray(names) ? saidOf(names)?.map(t) : undefined;
  return texts === undefined ? node : { ...node, enumDescriptions: texts };
}

/** A loss with the presets of its parameters as defaults. */
function withPresets(node: JsonSchema): JsonSchema {
  const { name, parameters, ...others } = propertiesOf(node);
  const label = asObject(name)['const'];
  const [, loss] = Object.entries(losses).find(([known]) => known === label) ?? [];
  if (!loss || !isObject(parameters)) return node;
  const presets: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(propertiesOf(parameters)))
    presets[key] = { ...asObject(schema), default: loss.parameters[key]?.preset };
  const withDefaults = { ...parameters, properties: presets };
  return { ...node, properties: { name, ...others, parameters: withDefaults } };
}

function asObject(value: unknown): JsonSchema {
  return isObject(value) ? value : {};
}
