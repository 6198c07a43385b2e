import { Ajv } from 'ajv';
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { examples, exampleNames } from '../../../src/experiment/examples/catalogue.ts';
import { exampleContent } from '../../../src/experiment/examples/example.ts';
import { parseExperiment } from '../../../src/experiment/experiment-file.ts';
import { isObject } from '../../../src/experiment/merge-written.ts';
import { experimentJsonSchema } from '../../../src/experiment/schema/json-schema.ts';
import { translator, type Bundle } from '../../../src/l10n.ts';
import { chinese } from './chinese.ts';

const english = translator({}, 'en');
const schema = experimentJsonSchema(english);
const ajv = new Ajv({ strict: false, allErrors: true });
const accepts = ajv.compile(schema);

/** The value in a nest of objects and lists. */
function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      isObject(inner) ? inner[key] : Array.isArray(inner) ? inner[Number(key)] : undefined,
    value,
  );
}

describe('The JSON schema of experiment files', () => {
  it.each(exampleNames)('accepts the example %s', (name) => {
    accepts(exampleContent(examples[name], english));
    expect(accepts.errors).toBeNull();
  });

  it.each([
    '{}',
    '{ "base": { "loss": { "name": "focal", "parameters": { "gamma": 3 } } } }',
    '{ "base": { "loss": { "reduction": "sum" } }, "variants": [{ "loss": "huber" }] }',
    '{ "base": { "dataset": { "own": { "kind": "csv", "path": "a.csv", "height": 8, "width": 8 } } } }',
    '{ "base": { "optimizer": { "name": "adam", "schedule": { "name": "step", "every": 3 } } } }',
    '{ "variants": [{ "optimizer": { "schedule": { "warmUp": 2 } }, "earlyStopping": null }] }',
  ])('accepts %s', (text) => {
    accepts(parse(text));
    expect(accepts.errors).toBeNull();
  });

  it.each([
    ['{ "base": { "loss": "magic" } }', '/base/loss'],
    ['{ "base": { "loss": { "name": "cross-entropy", "parameters": { "gamma": 3 } } } }', '/base/loss/parameters'], // prettier-ignore
    ['{ "base": { "loss": { "name": "focal", "parameters": { "gamma": -1 } } } }', '/base/loss/parameters/gamma'], // prettier-ignore
    ['{ "base": { "loss": { "reduction": "none" } } }', '/base/loss/reduction'],
    ['{ "base": { "optimizer": { "name": "adam", "schedule": { "name": "cosine", "every": 3 } } } }', '/base/optimizer/schedule'], // prettier-ignore
    ['{ "base": { "dataset": { "own": { "kind": "csv", "images": "a" } } } }', '/base/dataset/own'],
    ['{ "base": { "epochs": 0 } }', '/base/epochs'],
    ['{ "base": { "name": "x" } }', '/base'],
    ['{ "variants": [] }', '/variants'],
    ['{ "variants": [{ "colour": 1 }] }', '/variants/0'],
    ['{ "seeds": [1.5] }', '/seeds/0'],
    ['{ "titel": "x" }', ''],
  ])('refuses %s at %s', (text, place) => {
    expect(accepts(parse(text))).toBe(false);
    expect(accepts.errors?.map((error) => error.instancePath)).toContain(place);
    expect(parseExperiment(text).ok).toBe(false);
  });

  it('says what each name stands for, and what a setting does, in both languages', () => {
    const said = (bundle: Bundle, locale: string): unknown[] => {
      const made = experimentJsonSchema(translator(bundle, locale));
      const base = at(made, 'properties', 'base', 'properties');
      return [
        at(base, 'epochs', 'description'),
        at(base, 'loss', 'anyOf', 0, 'enumDescriptions', 0),
        at(base, 'optimizer', 'anyOf', 1, 'properties', 'learningRate', 'description'),
      ];
    };
    expect(said({}, 'en')).toEqual([
      'Passes over the training images.',
      'Cross-entropy. Classification into exclusive classes: the push is as strong as the error.',
      'How long the steps are. By default what suits the optimizer.',
    ]);
    for (const text of said(chinese, 'zh-cn')) expect(text).toMatch(/\p{Script=Han}/u);
  });

  it('leaves no sentence in English to a reader of Chinese', () => {
    const made = experimentJsonSchema(translator(chinese, 'zh-cn'));
    const sentences = [...JSON.stringify(made).matchAll(/"description":"((?:[^"\\]|\\.)*)"/g)];
    expect(sentences.length).toBeGreaterThan(100);
    expect(sentences.filter(([, text]) => !/\p{Script=Han}/u.test(text ?? ''))).toEqual([]);
  });

  it('gives settings that share a schema their own sentence each', () => {
    const own = at(schema, 'properties', 'base', 'properties', 'dataset', 'anyOf', 1, 'properties', 'own'); // prettier-ignore
    const csv = at(own, 'anyOf', 0, 'allOf', 2, 'then', 'properties');
    expect(at(csv, 'kind', 'const')).toBe('csv');
    expect(at(csv, 'height', 'description')).toMatch(/^Height/);
    expect(at(csv, 'width', 'description')).toMatch(/^Width/);
  });

  it('has the defaults that parsing fills in', () => {
    const base = at(schema, 'properties', 'base', 'properties');
    expect(at(base, 'epochs', 'default')).toBe(30);
    const loss = at(base, 'loss', 'anyOf', 1, 'allOf');
    const conditions: readonly unknown[] = Array.isArray(loss) ? loss : [];
    const focal = conditions.find(
      (each) => at(each, 'if', 'properties', 'name', 'const') === 'focal',
    );
    expect(at(focal, 'then', 'properties', 'parameters', 'properties', 'gamma', 'default')).toBe(2);
  });
});
