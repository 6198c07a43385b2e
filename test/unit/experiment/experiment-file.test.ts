import { describe, expect, it } from 'vitest';
import { parseExperiment, type ExperimentError } from '../../../src/experiment/experiment-file.ts';
import { examples, exampleNames } from '../../../src/experiment/examples/catalogue.ts';
import { exampleContent } from '../../../src/experiment/examples/example.ts';
import { experimentText } from '../../../src/experiment/experiment-text.ts';
import { parseSpec } from '../../../src/experiment/parse-spec.ts';
import { runPlaces } from '../../../src/experiment/run-places.ts';
import { defaultSpec } from '../../../src/experiment/spec.ts';
import { translator } from '../../../src/l10n.ts';
import { chinese } from './chinese.ts';

const t = translator({}, 'en');

function runsOf(text: string, folder?: string) {
  const parsed = parseExperiment(text, folder);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.experiment.runs;
}

function errorsOf(text: string): readonly ExperimentError[] {
  const parsed = parseExperiment(text);
  return parsed.ok ? [] : parsed.errors;
}

/** Path, sentence and the text that is pointed at. */
const told = (text: string): [string, string, string][] =>
  errorsOf(text).map(({ path, message, offset, length }) => [
    path,
    t(message),
    text.slice(offset, offset + length),
  ]);

describe('An experiment file', () => {
  it('that is empty is the default run', () => {
    expect(runsOf('{}')).toEqual([{ name: undefined, variant: undefined, spec: defaultSpec }]);
  });

  it('lays each variant over the base', () => {
    const runs = runsOf(`{
      "base": { "dataset": { "name": "mnist", "share": 0.5 }, "epochs": 3, "model": "cnn" },
      "variants": [
        { "name": "half", "loss": "focal" },
        { "dataset": { "labelNoise": 0.2 }, "epochs": 4 },
        { "dataset": "digits", "model": "mlp" }
      ]
    }`);
    expect(runs.map(({ name, variant, spec }) => [name, variant, spec.epochs])).toEqual([
      ['half', 0, 3],
      [undefined, 1, 4],
      [undefined, 2, 3],
    ]);
    expect(runs.map(({ spec }) => spec.loss.name)).toEqual(['focal', 'cross-entropy', 'cross-entropy']); // prettier-ignore
    expect(runs.map(({ spec: { dataset } }) => [dataset.name, dataset.share, dataset.labelNoise])).toEqual([['mnist', 0.5, 0], ['mnist', 0.5, 0.2], ['digits', 1, 0]]); // prettier-ignore
    expect(runs.map(({ spec }) => spec.model.name)).toEqual(['cnn', 'cnn', 'mlp']);
  });

  it('runs every variant with every seed', () => {
    const runs = runsOf('{ "variants": [{}, { "loss": "hinge" }], "seeds": [3, 1] }');
    expect(runs.map(({ variant, spec }) => [variant, spec.seed])).toEqual([
      [0, 3],
      [0, 1],
      [1, 3],
      [1, 1],
    ]);
  });

  it('may have comments and trailing commas', () => {
    expect(runsOf('{ // one\n "base": { "epochs": 2, }, /* two */ }')[0]?.spec.epochs).toBe(2);
  });

  it('resolves the paths of own data against its folder', () => {
    const own = '{ "kind": "image-folder", "path": "../images" }';
    const [run] = runsOf(`{ "base": { "dataset": { "own": ${own} } } }`, '/work/experiments');
    expect(run?.spec.dataset.own).toMatchObject({ path: '/work/images' });
  });
});

describe('A mistake in an experiment file', () => {
  it.each([
    ['{ "variants": [{}, { "loss": { "name": "focal", "parameters": { "gamma": 11 } } }] }', ['variants[1].loss.parameters.gamma', 'must be at most 10', '11']], // prettier-ignore
    ['{ "base": { "epochs": 0 }, "variants": [{}, { "loss": "focal" }] }', ['base.epochs', 'must be at least 1', '0']], // prettier-ignore
    ['{ "base": { "model": "magic" } }', ['base.model', 'must be one of: softmax-regression, mlp, deep-mlp, cnn, resnet, unet', '"magic"']], // prettier-ignore
    ['{ "variants": [{ "dataset": "fashion-scenes", "model": "mlp" }] }', ['variants[0].model', 'does not fit the data set, which takes one of: unet', '"mlp"']], // prettier-ignore
    ['{ "base": { "loss": { "classWeights": [1, 2] } }, "variants": [{ "loss": { "name": "focal" } }] }', ['base.loss.classWeights', 'must have one weight for each of the 10 classes', '"classWeights"']], // prettier-ignore
    ['{ "base": { "epochs": 3, "epoch": 3 } }', ['base.epoch', 'is not a known setting', '3']],
    ['{ "seed": 3 }', ['seed', 'is not a known setting', '3']],
    ['{ "variants": [] }', ['variants', 'must have at least 1 entries', '"variants"']],
    ['[]', ['', 'must be of type object', '[']],
    ['{ "base": { "epochs": } }', ['1:23', 'A value is expected here', '}']],
    ['{ "base": {} "seeds": [1] }', ['1:14', 'A comma is expected here', '"seeds"']],
    ['', ['1:1', 'A value is expected here', '']],
  ])('in %s is told with its path and place', (text, error) => {
    expect(told(text)).toEqual([error]);
  });

  it('tells line and column of a fault of syntax', () => {
    expect(told('{\n  "base": {\n    "epochs" 3\n  }\n}').map(([path]) => path)).toEqual(['3:14']);
  });

  it('says when there would be too many runs', () => {
    const text = '{ "variants": [{}, {}, {}], "seeds": [1, 2, 3, 4, 5, 6, 7] }';
    expect(told(text)).toEqual([
      ['seeds', 'make 21 runs with the variants, and at most 20 can be', '"seeds"'],
    ]);
  });

  it.each(['['.repeat(100_000), '{"base":'.repeat(50_000)])(
    'in brackets without end ends the reading, and nothing else',
    (text) => {
      expect(told(text)[0]?.[1]).toBe('Brackets lie in brackets more than 100 deep');
    },
  );

  it('is left to the editor where that says it too', () => {
    const left = (text: string): boolean[] => errorsOf(text).map((error) => error.isSaidByEditor);
    expect(left('{ "base": { "epochs": 0 } }')).toEqual([true]);
    expect(left('{ "base": ')).toContain(true);
    expect(left('{ "base": { "batchSize": 20000 } }')).toEqual([false]);
    expect(left('{ "base": { "loss": { "reduction": "sum" } } }')).toEqual([false]);
  });
});

describe('An example', () => {
  for (const translate of [t, translator(chinese, 'zh-cn')]) {
    it.each(exampleNames)(`parses in ${translate.locale} to whole specs: %s`, (name) => {
      const content = exampleContent(examples[name], translate);
      const runs = runsOf(experimentText(content));
      expect(runs.length).toBeGreaterThan(0);
      for (const { spec } of runs) expect(parseSpec(spec)).toEqual({ ok: true, spec });
    });
  }

  it.each(exampleNames)('is in Chinese for a reader of Chinese: %s', (name) => {
    const { title, description } = exampleContent(examples[name], translator(chinese, 'zh-cn'));
    expect(title).toMatch(/\p{Script=Han}/u);
    expect(description).toMatch(/\p{Script=Han}/u);
  });

  it('of the article is what its program does, mended', () => {
    const [run, ...others] = runsOf(experimentText(exampleContent(examples.article, t)));
    expect(others).toEqual([]);
    expect(run?.spec).toMatchObject({
      dataset: { name: 'random-images' },
      model: { name: 'mlp', size: { layers: 1, units: 128 }, style: { activation: 'relu' } },
      loss: { name: 'cross-entropy' },
      optimizer: { name: 'adam', learningRate: 0.001 },
      epochs: 1000,
      batchSize: 100,
    });
  });
});

describe('What can be run', () => {
  const places = (text: string): [string, number | undefined, number][] => {
    const parsed = parseExperiment(text);
    if (!parsed.ok) throw new Error('It does not parse');
    return runPlaces(text, parsed.experiment).map(({ offset, variant, runs }) => [
      text.slice(offset, offset + 10),
      variant,
      runs,
    ]);
  };

  it('is the base, or the whole file where nothing is in it', () => {
    expect(places('{ "base": { "epochs": 2 } }')).toEqual([['"base": { ', undefined, 1]]);
    expect(places('{          }')).toEqual([['{         ', undefined, 1]]);
  });

  it('is all variants and each of them, with their seeds', () => {
    expect(places('{ "variants": [{ "epochs": 1 }, { "epochs": 2 }], "seeds": [1, 2] }')).toEqual([
      ['"variants"', undefined, 4],
      ['{ "epochs"', 0, 2],
      ['{ "epochs"', 1, 2],
    ]);
  });
});
