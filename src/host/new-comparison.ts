import { datasets, datasetNames, type DatasetName } from '../experiment/datasets/catalogue.ts';
import { losses, lossNames } from '../experiment/losses/catalogue.ts';
import { models, modelNames, type ModelName } from '../experiment/models/catalogue.ts';
import { plainRelu } from '../experiment/models/model.ts';
import type { LayerStyle } from '../experiment/models/net.ts';
import { lossLabel } from '../experiment/names.ts';
import { optimizers, optimizerNames } from '../experiment/optimizers/catalogue.ts';
import { parseSpec } from '../experiment/parse-spec.ts';
import {
  defaultSpec,
  lossSpec,
  modelSpec,
  optimizerSpec,
  type ExperimentSpec,
  type LossSpec,
} from '../experiment/spec.ts';
import { count, message, type Message, type Translator } from '../l10n.ts';
import { activationChoices, weightChoices, weightKey, weightStyles } from './style-choices.ts';
import { askMany, askNumber, askOne, runWizard, type Choice, type Step } from './wizard.ts';

interface Answers {
  readonly spec: ExperimentSpec;
  readonly losses: readonly LossSpec[];
}

const firstAnswers: Answers = {
  spec: defaultSpec,
  losses: [lossSpec('cross-entropy'), lossSpec('mean-squared-error')],
};

/** Asks for a comparison, every answer preset; undefined if the person gives up. */
export async function askForComparison(t: Translator): Promise<ExperimentSpec[] | undefined> {
  const answers = await runWizard(t(message('New Comparison')), steps(t), firstAnswers);
  return answers?.losses.map((loss) => ({ ...answers.spec, loss }));
}

function steps(t: Translator): Step<Answers>[] {
  return [
    chooseOne(message('Data set'), datasetChoices, ({ dataset }) => dataset, withDataset, t),
    chooseOne(message('Model'), modelChoices, ({ model }) => model.name, withModel, t),
    ...styleSteps(t),
    {
      ask: async (answers, place) => {
        const isPicked = (loss: LossSpec): boolean =>
          answers.losses.some((each) => isSame(each, loss));
        const prompt = message('Losses to compare: one run each');
        const picked = await askMany(place, prompt, lossChoices(), isPicked, t);
        return typeof picked === 'symbol' ? picked : { ...answers, losses: picked };
      },
    },
    chooseOne(
      message('Optimizer'),
      optimizerChoices,
      ({ optimizer }) => optimizer.name,
      (spec, name) => ({ ...spec, optimizer: optimizerSpec(name) }),
      t,
    ),
    {
      ask: async (answers, place) => {
        const { optimizer } = answers.spec;
        const withRate = (learningRate: number): Partial<ExperimentSpec> => ({
          optimizer: { ...optimizer, learningRate },
        });
        const problem = problemOf(answers, withRate);
        const prompt = message('Learning rate');
        const rate = await askNumber(place, prompt, optimizer.learningRate, problem, t);
        return typeof rate === 'symbol' ? rate : changed(answers, withRate(rate));
      },
    },
    numberStep(message('Epochs: passes over the training images'), 'epochs', t),
    numberStep(message('Batch size: images a step'), 'batchSize', t),
    numberStep(message('Seed: decides initial weights and data order'), 'seed', t),
  ];
}

/** How the hidden layers are made, where the model has any. */
function styleSteps(t: Translator): Step<Answers>[] {
  const applies = ({ spec }: Answers): boolean => spec.model.style !== null;
  const style = ({ model }: ExperimentSpec): LayerStyle => model.style ?? plainRelu;
  const withStyle = (spec: ExperimentSpec, part: Partial<LayerStyle>): ExperimentSpec => ({
    ...spec,
    model: { ...spec.model, style: { ...style(spec), ...part } },
  });
  const activation = chooseOne(
    message('Activation of the hidden layers'),
    activationChoices,
    (spec) => style(spec).activation,
    (spec, value) => withStyle(spec, { activation: value }),
    t,
  );
  const weights = chooseOne(
    message('Initial weights of the hidden layers, and batch normalisation'),
    weightChoices,
    (spec) => weightKey(style(spec)),
    (spec, key) => withStyle(spec, weightStyles[key]),
    t,
  );
  return [activation, weights].map((step) => ({ ...step, applies }));
}

/** A question with one answer of some, which changes the spec. */
function chooseOne<T extends string>(
  prompt: Message,
  choices: (spec: ExperimentSpec) => Choice<T>[],
  current: (spec: ExperimentSpec) => T,
  withChoice: (spec: ExperimentSpec, value: T) => ExperimentSpec,
  t: Translator,
): Step<Answers> {
  return {
    ask: async (answers, place) => {
      const isActive = (value: T): boolean => value === current(answers.spec);
      const value = await askOne(place, prompt, choices(answers.spec), isActive, t);
      if (typeof value === 'symbol') return value;
      return { ...answers, spec: withChoice(answers.spec, value) };
    },
  };
}

/** A model that does not fit the data gives way to the first that does. */
function withDataset(spec: ExperimentSpec, dataset: DatasetName): ExperimentSpec {
  const fits = modelNames.filter((name) => models[name].task === datasets[dataset].task);
  const [first] = fits;
  if (fits.includes(spec.model.name) || first === undefined) return { ...spec, dataset };
  return { ...spec, dataset, model: modelSpec(first) };
}

/** Another model comes with its own style. */
function withModel(spec: ExperimentSpec, name: ModelName): ExperimentSpec {
  return name === spec.model.name ? spec : { ...spec, model: modelSpec(name) };
}

function numberStep(
  prompt: Message,
  field: 'epochs' | 'batchSize' | 'seed',
  t: Translator,
): Step<Answers> {
  return {
    ask: async (answers, place) => {
      const problem = problemOf(answers, (value) => ({ [field]: value }));
      const value = await askNumber(place, prompt, answers.spec[field], problem, t);
      return typeof value === 'symbol' ? value : changed(answers, { [field]: value });
    },
  };
}

/** What `parseSpec` has against the spec with this value in it: one set of rules for every way in. */
function problemOf(
  answers: Answers,
  change: (value: number) => Partial<ExperimentSpec>,
): (value: number) => Message | undefined {
  return (value) => {
    const parsed = parseSpec(changed(answers, change(value)).spec);
    return parsed.ok ? undefined : parsed.errors[0]?.message;
  };
}

function changed(answers: Answers, change: Partial<ExperimentSpec>): Answers {
  return { ...answers, spec: { ...answers.spec, ...change } };
}

function isSame(a: LossSpec, b: LossSpec): boolean {
  return a.name === b.name && a.reduction === b.reduction;
}

function datasetChoices(): Choice<DatasetName>[] {
  return datasetNames.map((value) => {
    const { label, trainCount, validationCount } = datasets[value];
    const figures = { train: count(trainCount), validation: count(validationCount) };
    return {
      label,
      description: message('{train} training and {validation} validation images', figures),
      value,
    };
  });
}

function modelChoices({ dataset }: ExperimentSpec): Choice<ModelName>[] {
  const { task } = datasets[dataset];
  return modelNames
    .filter((name) => models[name].task === task)
    .map((value) => ({
      label: models[value].label,
      detail: models[value].use,
      value,
    }));
}

/** Every loss in every reduction that the field uses for it. */
function lossChoices(): Choice<LossSpec>[] {
  return lossNames.flatMap((name) =>
    losses[name].reductions.map((reduction) => {
      const value = { name, reduction };
      return { label: lossLabel(value), detail: losses[name].use, value };
    }),
  );
}

function optimizerChoices(): Choice<(typeof optimizerNames)[number]>[] {
  return optimizerNames.map((value) => ({
    label: optimizers[value].label,
    detail: optimizers[value].use,
    value,
  }));
}
