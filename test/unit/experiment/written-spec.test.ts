import { describe, expect, it } from 'vitest';
import { datasetNames } from '../../../src/experiment/datasets/catalogue.ts';
import { examples, exampleNames } from '../../../src/experiment/examples/catalogue.ts';
import { exampleContent } from '../../../src/experiment/examples/example.ts';
import { parseExperiment } from '../../../src/experiment/experiment-file.ts';
import { experimentText } from '../../../src/experiment/experiment-text.ts';
import { losses, lossNames } from '../../../src/experiment/losses/catalogue.ts';
import { modelNames } from '../../../src/experiment/models/catalogue.ts';
import { optimizerNames } from '../../../src/experiment/optimizers/catalogue.ts';
import { parseSpec } from '../../../src/experiment/parse-spec.ts';
import { seeded, type Random } from '../../../src/experiment/random.ts';
import { defaultSpec, type ExperimentSpec } from '../../../src/experiment/spec.ts';
import { writtenRuns, type NamedSpec } from '../../../src/experiment/written-runs.ts';
import { writtenSpec } from '../../../src/experiment/written-spec.ts';
import { translator } from '../../../src/l10n.ts';

const t = translator({}, 'en');

/** A spec of anything that fits together, by lot; each setting is left out half of the time. */
function randomSpec(random: Random): ExperimentSpec {
  for (;;) {
    const parsed = parseSpec(randomWritten(random));
    if (parsed.ok) return parsed.spec;
  }
}

function randomWritten(random: Random): unknown {
  const one = <T>(values: readonly T[]): T | undefined => values[random.below(values.length)];
  const maybe = <T>(value: T): T | undefined => (random.below(2) === 0 ? value : undefined);
  const loss = one(lossNames) ?? 'cross-entropy';
  const schedule = one([
    { name: 'step', every: 3 },
    { name: 'cosine', warmUp: 1 },
    { name: 'constant' },
  ]);
  return {
    dataset: maybe({
      name: one([...datasetNames]),
      share: maybe(0.5),
      labelNoise: maybe(random.uniform()),
      augmentation: maybe({ shift: 2, flip: maybe(true) }),
    }),
    model: maybe({
      name: maybe(one(modelNames)),
      size: maybe({ layers: 1 + random.below(3) }),
      style: maybe({ activation: one(['relu', 'tanh']), dropout: maybe(0.5) }),
    }),
    loss: maybe({
      name: loss,
      reduction: maybe(one(losses[loss].reductions)),
      batch: maybe(one(['mean', 'sum'])),
      classWeights: maybe('balanced'),
    }),
    optimizer: maybe({
      name: one(optimizerNames),
      learningRate: maybe(random.uniform() + 0.001),
      clipNorm: maybe(1),
      schedule: maybe(schedule),
    }),
    epochs: maybe(1 + random.below(100)),
    batchSize: maybe(1 + random.below(100)),
    seed: maybe(random.below(5)),
    earlyStopping: maybe({ patience: 3 }),
  };
}

/** What the file of the runs gives when it is read again. */
function readBack(
  runs: readonly NamedSpec[],
): { name: string | undefined; spec: ExperimentSpec }[] {
  const parsed = parseExperiment(experimentText(writtenRuns(runs)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.experiment.runs.map(({ name, spec }) => ({ name, spec }));
}

describe('The written form of a spec', () => {
  it('of the default is empty', () => {
    expect(writtenSpec(defaultSpec)).toEqual({});
  });

  it('has just what is not the default, names alone where that is enough', () => {
    const written = {
      model: { name: 'deep-mlp', style: { dropout: 0.2 } },
      loss: 'focal',
      optimizer: { name: 'adam', schedule: { name: 'step', every: 4 } },
      epochs: 7,
    };
    const parsed = parseSpec(written);
    expect(parsed.ok && writtenSpec(parsed.spec)).toEqual(written);
  });

  it('parses to exactly the spec, and nothing of it can be left out, for 200 specs by lot', () => {
    const random = seeded(7);
    for (let round = 0; round < 200; round++) {
      const spec = randomSpec(random);
      const written = writtenSpec(spec);
      expect(parseSpec(written)).toEqual({ ok: true, spec });
      for (const key of Object.keys(written)) {
        const rest = Object.fromEntries(Object.entries(written).filter(([each]) => each !== key));
        expect(parseSpec(rest)).not.toEqual({ ok: true, spec });
      }
    }
  });
});

describe('Runs as an experiment file', () => {
  it('come back exactly, in their order, for 100 groups of runs by lot', () => {
    const random = seeded(11);
    for (let round = 0; round < 100; round++) {
      const runs = Array.from({ length: 2 + random.below(3) }, (_, index) => ({
        name: `run ${index}`,
        spec: randomSpec(random),
      }));
      expect(readBack(runs)).toEqual(runs);
    }
  });

  it('have what they share in the base, and in the variants what they do not', () => {
    const spec = { ...defaultSpec, epochs: 5 };
    const focal = parseSpec({ epochs: 5, loss: { name: 'focal', parameters: { gamma: 3 } } });
    if (!focal.ok) throw new Error('It does not parse');
    const runs = [
      { name: 'plain', spec },
      { name: 'hard ones', spec: focal.spec },
      { name: 'slow', spec: { ...spec, optimizer: { ...spec.optimizer, learningRate: 0.001 } } },
    ];
    expect(writtenRuns(runs)).toEqual({
      base: { optimizer: 'sgd', epochs: 5 },
      variants: [
        { name: 'plain', loss: 'cross-entropy', optimizer: { learningRate: 0.05 } },
        { name: 'hard ones', loss: { name: 'focal', parameters: { gamma: 3 } }, optimizer: { learningRate: 0.05 } }, // prettier-ignore
        { name: 'slow', loss: 'cross-entropy', optimizer: { learningRate: 0.001 } },
      ],
    });
  });

  it('that differ in their seed alone are a list of seeds', () => {
    const runs = [4, 2].map((seed) => ({ name: 'CE', spec: { ...defaultSpec, seed } }));
    expect(writtenRuns(runs)).toEqual({ base: {}, seeds: [4, 2] });
  });

  it.each(exampleNames)('give the example %s again', (name) => {
    const parsed = parseExperiment(experimentText(exampleContent(examples[name], t)));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    const runs = parsed.experiment.runs.map(({ name = 'run', spec }) => ({ name, spec }));
    expect(readBack(runs).map(({ spec }) => spec)).toEqual(runs.map(({ spec }) => spec));
  });
});
