import { isObject, type WrittenObject } from '../merge-written.ts';
import { isSame } from '../../same.ts';

/** A JSON schema, or a part of one. */
export type JsonSchema = WrittenObject;

const deciding = ['name', 'kind'] as const;

/**
 * A choice between objects that a name or kind decides, as conditions: if the name is this, then these
 * settings. An editor then completes and checks those of the one that is meant, where `oneOf` would have
 * it guess. Without a name, which the base may give, every setting of any of them is allowed, and none is
 * required.
 * @param choiceOf the schema of one of these names
 */
export function byCondition(
  schema: JsonSchema,
  choiceOf: (names: readonly unknown[]) => JsonSchema,
): JsonSchema {
  const { oneOf, ...rest } = schema;
  const alternatives = Array.isArray(oneOf) ? oneOf.filter(isObject) : [];
  const key = deciding.find((each) => alternatives.every((one) => nameOf(one, each) !== undefined));
  if (alternatives.length === 0 || key === undefined) return schema;
  const conditions = alternatives.map((one) => ({
    if: { properties: { [key]: { const: nameOf(one, key) } }, required: [key] },
    then: withoutRequired(one),
  }));
  const nameless = { if: { not: { required: [key] } }, then: unionOf(alternatives) };
  const names = alternatives.map((one) => nameOf(one, key));
  return {
    ...rest,
    type: 'object',
    properties: { [key]: choiceOf(names) },
    allOf: [...conditions, nameless],
  };
}

function nameOf(alternative: JsonSchema, key: string): unknown {
  const own = propertiesOf(alternative)[key];
  return isObject(own) ? own['const'] : undefined;
}

export function propertiesOf({ properties }: JsonSchema): Readonly<Record<string, unknown>> {
  return isObject(properties) ? properties : {};
}

export function withoutRequired(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== 'required'));
}

/** An object with the settings of all; of those with the same name the first counts, lists of settings join. */
function unionOf(alternatives: readonly JsonSchema[]): JsonSchema {
  const properties: Record<string, unknown> = {};
  for (const alternative of alternatives) {
    for (const [name, schema] of Object.entries(propertiesOf(alternative)))
      properties[name] = name in properties ? joined(properties[name], schema) : schema;
  }
  return { type: 'object', properties, additionalProperties: false };
}

function joined(first: unknown, second: unknown): unknown {
  if (!isObject(first) || !isObject(second) || isSame(first, second)) return first;
  if (first['type'] === 'object' && second['type'] === 'object')
    return { ...first, ...unionOf([first, second]) };
  return { anyOf: [first, second] };
}
