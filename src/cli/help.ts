import { datasetNames } from '../experiment/datasets/catalogue.ts';
import { exampleNames } from '../experiment/examples/catalogue.ts';
import { lossNames } from '../experiment/losses/catalogue.ts';
import { modelNames } from '../experiment/models/catalogue.ts';
import { activationNames, initializerNames } from '../experiment/models/net.ts';
import { optimizerNames } from '../experiment/optimizers/catalogue.ts';
import { scheduleNames } from '../experiment/schedules/catalogue.ts';
import { defaultSpec } from '../experiment/spec.ts';
import { message, type Message, type Translator } from '../l10n.ts';
import { languages } from './terminal-translator.ts';
import { table } from './table.ts';

/** What `--help` prints. */
export function help(t: Translator): string {
  const rows = lines().map(([flag, explanation]) => [`  ${flag}`, t(explanation)]);
  return `${[
    t(message('Trains a model with each of some losses, equal in all else, and compares them.')),
    '',
    t(message('Usage: {command}', { command: 'npm run train -- [--loss NAME,NAME] …' })),
    '',
    table(rows),
  ].join('\n')}\n`;
}

function lines(): [string, Message][] {
  const { dataset, model, optimizer, epochs, batchSize, seed } = defaultSpec;
  return [
    ['--dataset NAME', oneOf(datasetNames, dataset.name)],
    ['--data PATH', message('images of your own: a folder with a subfolder for each class, or an IDX, CSV, NPZ or NPY file')],
    ['--labels FILE', message('of --data: the labels that go with an IDX or NPY file')],
    ['--masks FOLDER', message('of --data: masks that go with a folder of images')],
    ['--size HEIGHTxWIDTH', message('of --data: the size that images are resized to, or have in a CSV file')],
    ['--colour', message('of --data: keep colours, which otherwise become grey')],
    ['--model NAME', message('one of: {names}; by default {preset}, or the first that fits the data set', { names: modelNames.join(', '), preset: model.name })],
    ['--activation NAME', ofHidden(activationNames)],
    ['--initializer NAME', ofHidden(initializerNames)],
    ['--batch-norm BOOLEAN', ofHidden(['true', 'false'])],
    ['--loss NAMES', message('one run each, separated by commas: {names}', { names: lossNames.join(', ') })],
    ['--loss-module FILE', message('a loss of your own: a JavaScript module whose default export is (tf, labels, logits) => scalar')],
    ['--reduction NAME', message('mean, sum or half-sum over the classes, for the losses that have it')],
    ['--optimizer NAME', oneOf(optimizerNames, optimizer.name)],
    ['--learning-rate NUMBER', message('by default what suits the optimizer')],
    ['--weight-decay NUMBER', message('λ, added to the gradient as λw; with adamw apart from it; by default 0, or 0.01 with adamw')],
    ['--l1 NUMBER', message('λ₁ of an L1 penalty, added to the gradient as λ₁ sign(w); by default 0')],
    ['--clip-norm NUMBER', message('the longest that the gradient may be; by default any length')],
    ['--schedule NAME', message('how the learning rate changes, one of: {names}; by default {preset}', { names: scheduleNames.join(', '), preset: optimizer.schedule.name })],
    ['--warm-up EPOCHS', message('over which the learning rate rises to its full value; by default {preset}', { preset: '0' })],
    ['--step-every EPOCHS', message('of the schedule step: from one fall to the next; by default {preset}', { preset: '10' })],
    ['--step-factor NUMBER', message('of the schedule step: what each fall multiplies the learning rate by; by default {preset}', { preset: '0.1' })],
    ['--epochs COUNT', message('by default what suits the model, such as {epochs} for {model}', { epochs: String(epochs), model: model.name })],
    ['--batch-size COUNT', byDefault(batchSize)],
    ['--seed NUMBERS', message('one run each, as 1,2,3 or 1-5; by default {preset}', { preset: String(seed) })],
    ['--patience EPOCHS', message('ends a run after so many epochs without a better validation loss; by default never')],
    ['--fair', message('two losses, each with the learning rate that a short sweep finds for it, over the seeds ({seeds} by default); ends with a verdict in words', { seeds: '1-3' })],
    ['--set PATH=VALUE', message('any other setting of an experiment, such as {example}; may be given several times', { example: 'dataset.labelNoise=0.4' })],
    ['--experiment FILE', message('the runs of an experiment file, or of an example: {names}', { names: exampleNames.join(', ') })],
    ['--continue FOLDER', message('goes on from the checkpoint in a run folder, as a new run; --epochs then counts from the first')],
    ['--out FOLDER', message('where the run folders go; by default {folder}', { folder: '.losslab/runs' })],
    ['--json', message('print every event as a line of JSON')],
    ['--lang NAME', message('one of: {names}', { names: languages.join(', ') })],
    ['--catalogue', message('print all data sets, models, losses, optimizers and metrics, as Markdown')],
    ['--help', message('print this')],
  ]; // prettier-ignore
}

function oneOf(names: readonly string[], preset: string): Message {
  return message('one of: {names}; by default {preset}', { names: names.join(', '), preset });
}

/** What the hidden layers are made of: each model has its own. */
function ofHidden(names: readonly string[]): Message {
  return message('of the hidden layers, one of: {names}; by default what suits the model', {
    names: names.join(', '),
  });
}

function byDefault(preset: number): Message {
  return message('by default {preset}', { preset: String(preset) });
}
