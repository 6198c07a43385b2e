import { datasets, datasetNames } from '../experiment/datasets/catalogue.ts';
import { losses, lossNames } from '../experiment/losses/catalogue.ts';
import { models, modelNames } from '../experiment/models/catalogue.ts';
import { lossLabel } from '../experiment/names.ts';
import { optimizers, optimizerNames } from '../experiment/optimizers/catalogue.ts';
import { parseSpec } from '../experiment/parse-spec.ts';
import {
  defaultSpec,
  lossSpec,
  optimizerSpec,
  type ExperimentSpec,
  type LossSpec,
} from '../experiment/spec.ts';
import { count, message, type Message, type Translator } from '../l10n.ts';
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
    async (answers, place) => {
      const isActive = (name: string): boolean => name === answers.spec.dataset;
      const dataset = await askOne(place, message('Data set'), datasetChoices(), isActive, t);
      return typeof dataset === 'symbol' ? dataset : changed(answers, { dataset });
    },
    async (answers, place) => {
      const isActive = (name: string): boolean => name === answers.spec.model;
      const model = await askOne(place, message('Model'), modelChoices(), isActive, t);
      return typeof model === 'symbol' ? model : changed(answers, { model });
    },
    async (answers, place) => {
      const isPicked = (loss: LossSpec): boolean =>
        answers.losses.some((each) => isSame(each, loss));
      const picked = await askMany(
        place,
        message('Losses to compare: one run each'),
        lossChoices(),
        isPicked,
        t,
      );
      return typeof picked === 'symbol' ? picked : { ...answers, losses: picked };
    },
    async (answers, place) => {
      const isActive = (name: string): boolean => name === answers.spec.optimizer.name;
      const name = await askOne(place, message('Optimizer'), optimizerChoices(), isActive, t);
      return typeof name === 'symbol' ? name : changed(answers, { optimizer: optimizerSpec(name) });
    },
    async (answers, place) => {
      const { optimizer } = answers.spec;
      const withRate = (learningRate: number): Partial<ExperimentSpec> => ({
        optimizer: { ...optimizer, learningRate },
      });
      const problem = problemOf(answers, withRate);
      const rate = await askNumber(
        place,
        message('Learning rate'),
        optimizer.learningRate,
        problem,
        t,
      );
      return typeof rate === 'symbol' ? rate : changed(answers, withRate(rate));
    },
    numberStep(message('Epochs: passes over the training images'), 'epochs', t),
    numberStep(message('Batch size: images a step'), 'batchSize', t),
    numberStep(message('Seed: decides initial weights and data order'), 'seed', t),
  ];
}

function numberStep(
  prompt: Message,
  field: 'epochs' | 'batchSize' | 'seed',
  t: Translator,
): Step<Answers> {
  return async (answers, place) => {
    const problem = problemOf(answers, (value) => ({ [field]: value }));
    const value = await askNumber(place, prompt, answers.spec[field], problem, t);
    return typeof value === 'symbol' ? value : changed(answers, { [field]: value });
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

function datasetChoices(): Choice<(typeof datasetNames)[number]>[] {
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

function modelChoices(): Choice<(typeof modelNames)[number]>[] {
  return modelNames.map((value) => ({
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
