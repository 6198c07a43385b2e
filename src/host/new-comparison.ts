import { plainRelu } from '../experiment/models/model.ts';
import type { LayerStyle } from '../experiment/models/net.ts';
import { datasetSpec, type DatasetSpec } from '../experiment/datasets/dataset-spec.ts';
import { lossSpec, type LossSpec } from '../experiment/losses/loss-spec.ts';
import { models } from '../experiment/models/catalogue.ts';
import { modelSpec, type ModelSpec } from '../experiment/models/model-spec.ts';
import { optimizerSpec } from '../experiment/optimizers/optimizer-spec.ts';
import { defaultSpec, fittingModel, type ExperimentSpec } from '../experiment/spec.ts';
import { message, type Message, type Translator } from '../l10n.ts';
import {
  datasetChoices,
  lossChoices,
  modelChoices,
  optimizerChoices,
} from './comparison-choices.ts';
import { choiceStep, numberStep, type Answers } from './comparison-steps.ts';
import { extrasSteps } from './extras/extras-steps.ts';
import { seedStep } from './seed-step.ts';
import { activationChoices, startChoices } from './style-choices.ts';
import { askMany, runWizard, type Step } from './wizard.ts';

const firstAnswers: Answers = {
  spec: defaultSpec,
  losses: [lossSpec('cross-entropy'), lossSpec('mean-squared-error')],
  seeds: [defaultSpec.seed],
  extras: [],
};

/** Asks for a comparison, every answer preset; undefined if the person gives up. */
export async function askForComparison(t: Translator): Promise<ExperimentSpec[] | undefined> {
  const model = [...modelSteps(t), ...styleSteps(t)];
  const steps = [...model, lossStep(t), ...trainingSteps(t), ...extrasSteps(t)];
  const answers = await runWizard(t(message('New Comparison')), steps, firstAnswers);
  return answers?.losses.flatMap((loss) =>
    answers.seeds.map((seed) => ({ ...answers.spec, loss, seed })),
  );
}

/** A model that does not fit other data gives way to the first that does. */
function modelSteps(t: Translator): Step<Answers>[] {
  return [
    choiceStep(
      message('Data set'),
      datasetChoices,
      ({ dataset }, name) => name === dataset.name,
      (spec, name) => withModel(datasetSpec(name), fittingModel(datasetSpec(name), spec.model)),
      t,
    ),
    choiceStep(
      message('Model'),
      ({ dataset }) => modelChoices(dataset),
      ({ model }, name) => name === model.name,
      ({ dataset }, name) => withModel(dataset, modelSpec(name)),
      t,
    ),
  ];
}

/** With as many epochs as the model takes. */
function withModel(dataset: DatasetSpec, model: ModelSpec): Partial<ExperimentSpec> {
  return { dataset, model, epochs: models[model.name].epochs };
}

/** How the hidden layers are made, where the model has any. */
function styleSteps(t: Translator): Step<Answers>[] {
  const steps = [
    choiceStep(
      message('Activation of the hidden layers'),
      activationChoices,
      (spec, activation) => activation === styleOf(spec).activation,
      (spec, activation) => withStyle(spec, { activation }),
      t,
    ),
    choiceStep(
      message('Initial weights of the hidden layers, and batch normalisation'),
      startChoices,
      (spec, { initializer, batchNorm }) =>
        initializer === styleOf(spec).initializer && batchNorm === styleOf(spec).batchNorm,
      withStyle,
      t,
    ),
  ];
  return steps.map((step) => ({ ...step, applies: ({ spec }) => spec.model.style !== null }));
}

function styleOf({ model }: ExperimentSpec): LayerStyle {
  return model.style ?? plainRelu;
}

function withStyle(spec: ExperimentSpec, part: Partial<LayerStyle>): Partial<ExperimentSpec> {
  return { model: { ...spec.model, style: { ...styleOf(spec), ...part } } };
}

function lossStep(t: Translator): Step<Answers> {
  return {
    ask: async (answers, place) => {
      const isPicked = (loss: LossSpec): boolean =>
        answers.losses.some((each) => isSame(each, loss));
      const prompt = message('Losses to compare: one run each');
      const choices = lossChoices(answers.spec.dataset);
      const losses = await askMany(place, prompt, choices, isPicked, t);
      return typeof losses === 'symbol' ? losses : { ...answers, losses };
    },
  };
}

function isSame(a: LossSpec, b: LossSpec): boolean {
  return a.name === b.name && a.reduction === b.reduction;
}

function trainingSteps(t: Translator): Step<Answers>[] {
  const step = (prompt: Message, field: 'epochs' | 'batchSize'): Step<Answers> =>
    numberStep(
      prompt,
      (spec) => spec[field],
      (_, value) => ({ [field]: value }),
      t,
    );
  return [
    choiceStep(
      message('Optimizer'),
      optimizerChoices,
      ({ optimizer }, name) => name === optimizer.name,
      (_, name) => ({ optimizer: optimizerSpec(name) }),
      t,
    ),
    numberStep(
      message('Learning rate'),
      ({ optimizer }) => optimizer.learningRate,
      ({ optimizer }, learningRate) => ({ optimizer: { ...optimizer, learningRate } }),
      t,
    ),
    step(message('Epochs: passes over the training images'), 'epochs'),
    step(message('Batch size: images a step'), 'batchSize'),
    seedStep(t),
  ];
}
