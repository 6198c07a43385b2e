import { augmentations } from '../experiment/augmentations/catalogue.ts';
import { datasets } from '../experiment/datasets/catalogue.ts';
import { losses, lossNames } from '../experiment/losses/catalogue.ts';
import type { Loss } from '../experiment/losses/loss.ts';
import { metrics } from '../experiment/metrics/catalogue.ts';
import { models } from '../experiment/models/catalogue.ts';
import { modelSpec } from '../experiment/models/model-spec.ts';
import {
  activationLabel,
  initializerLabel,
  modelLabel,
  reductionLabel,
} from '../experiment/names.ts';
import { optimizers } from '../experiment/optimizers/catalogue.ts';
import { schedules } from '../experiment/schedules/catalogue.ts';
import { count, message, type Message, type Translator } from '../l10n.ts';

/** Everything that an experiment can be made of, as Markdown with formulas in TeX: `--catalogue`. */
export function catalogue(t: Translator): string {
  return `${[
    `# ${t(message('What an experiment can be made of'))}`,
    ...section(t, message('Data sets'), Object.entries(datasets).map(([name, of]) => dataset(t, name, of))),
    ...section(t, message('What can be done to the data'), Object.entries(augmentations).map(([name, { label, use, source }]) => entry(t, `dataset.augmentation.${name}`, label, use, [sourced(t, source)]))),
    ...section(t, message('Models'), Object.entries(models).map(([name, of]) => model(t, name, of))),
    ...section(t, message('Losses'), lossNames.map((name) => loss(t, name, losses[name]))),
    ...section(t, message('Optimizers'), Object.entries(optimizers).map(([name, of]) => optimizer(t, name, of))),
    ...section(t, message('Schedules of the learning rate'), Object.entries(schedules).map(([name, { label, use, formula, source }]) => entry(t, name, label, use, [display(formula), sourced(t, source)]))),
    ...section(t, message('Metrics'), Object.entries(metrics).map(([name, { label, use, formula, source }]) => entry(t, name, label, use, [display(formula), sourced(t, source)]))),
  ].join('\n\n')}\n`; // prettier-ignore
}

function section(t: Translator, title: Message, entries: readonly string[]): string[] {
  return [`## ${t(title)}`, ...entries];
}

function entry(
  t: Translator,
  name: string,
  label: Message,
  use: Message,
  rest: readonly string[],
): string {
  return [`### ${t(label)}`, `\`${name}\` · ${t(use)}`, ...rest].join('\n\n');
}

type DatasetEntry = (typeof datasets)[keyof typeof datasets];

function dataset(t: Translator, name: string, of: DatasetEntry): string {
  const { label, use, trainCount, validationCount, height, width, classLabels } = of;
  const figures = message('{train} training and {validation} validation images', {
    train: count(trainCount),
    validation: count(validationCount),
  });
  const classes = classLabels.map((each: Message) => t(each)).join(', ');
  const size = `${String(height)} × ${String(width)}`;
  return entry(t, name, label, use, [
    `${t(figures)}, ${size}. ${classes}.`,
    `${of.licence} · ${of.source}`,
  ]);
}

function model(t: Translator, name: string, of: (typeof models)[keyof typeof models]): string {
  const { style, use } = of;
  const whole = modelSpec(isModel(name) ? name : 'mlp');
  const made =
    style === null
      ? []
      : [`${t(activationLabel(style.activation))}, ${t(initializerLabel(style.initializer))}`];
  return entry(t, name, modelLabel(whole), use, made);
}

function isModel(name: string): name is keyof typeof models {
  return Object.hasOwn(models, name);
}

function loss(t: Translator, name: string, of: Loss): string {
  const { label, use, formula, gradientFormula, range, unit, reductions, source } = of;
  const byClasses = reductions.map((each) => t(reductionLabel(each))).join(', ');
  return entry(t, name, label, use, [
    display(`L = ${formula}`),
    display(String.raw`\frac{\partial L}{\partial z} = ${gradientFormula}`),
    `$L \\in ${range}$ · ${t(unit)} · ${t(message('over the classes: {reductions}', { reductions: byClasses }))}`,
    ...Object.entries(of.parameters).map(
      ([parameter, { label: meaning, symbol, preset, minimum, maximum }]) =>
        `- \`${parameter}\` ${symbol}: ${t(meaning)}; ${t.figure(preset, 'loss')} (${t.figure(minimum, 'loss')} … ${t.figure(maximum, 'loss')})`,
    ),
    sourced(t, source),
  ]);
}

function optimizer(
  t: Translator,
  name: string,
  {
    label,
    use,
    formula,
    defaultLearningRate,
    source,
  }: (typeof optimizers)[keyof typeof optimizers],
): string {
  const rate = message('learning rate by default {rate}', { rate: defaultLearningRate });
  return entry(t, name, label, use, [display(formula), t(rate), sourced(t, source)]);
}

function display(formula: string): string {
  return `$$${formula}$$`;
}

function sourced(t: Translator, source: string): string {
  return t(message('Source: {source}', { source }));
}
