import type { ModelSpec } from '../experiment/models/model-spec.ts';
import { modelDetails, optimizerExtras } from '../experiment/names.ts';
import type { OptimizerSpec } from '../experiment/optimizers/optimizer-spec.ts';
import { count, loss, message, percent, type MessageArg, type Translator } from '../l10n.ts';
import { meanOf } from '../insight/statistics/moments.ts';
import type { EpochEvent } from '../run/event.ts';
import { stateLabel } from '../run/labels.ts';
import type { Run } from '../run/run.ts';
import { table } from './table.ts';

export function startedLine({ identity }: Run, t: Translator): string {
  const { dataset, model, optimizer, batchSize, seed } = identity.spec;
  return t(
    message(
      '{loss}: {model} on {dataset}, {optimizer} at {rate}, batch size {batchSize}, seed {seed}',
      {
        loss: identity.name,
        model: modelInWords(model),
        dataset: dataset.name,
        optimizer: optimizerInWords(optimizer),
        rate: loss(optimizer.learningRate),
        batchSize: count(batchSize),
        seed: String(seed),
      },
    ),
  );
}

/** By the name that `--model` takes. */
function modelInWords(model: ModelSpec): MessageArg {
  const style = modelDetails(model);
  return style === undefined
    ? model.name
    : message('{model} ({style})', { model: model.name, style });
}

/** By the name that `--optimizer` takes. */
function optimizerInWords(optimizer: OptimizerSpec): MessageArg {
  const extras = optimizerExtras(optimizer);
  return extras === undefined
    ? optimizer.name
    : message('{optimizer} ({extras})', { optimizer: optimizer.name, extras });
}

export function epochLine(run: Run, event: EpochEvent, t: Translator): string {
  const { spec } = run.identity;
  return t(
    message(
      'Epoch {epoch} of {epochs}: training loss {loss}, validation accuracy {accuracy}, {speed} images/s',
      {
        epoch: count(event.epoch),
        epochs: count(spec.epochs),
        loss: loss(run.epochs.train.objective.at(-1) ?? NaN),
        accuracy: percent(event.validation.accuracy),
        speed: count(event.imagesPerSecond ?? NaN),
      },
    ),
  );
}

export function finishedLine(run: Run, t: Translator): string {
  const { reason } = run;
  const { name } = run.identity;
  const outcome = stateLabel(run);
  if (!reason) return t(message('{name}: {outcome}', { name, outcome }));
  return t(message('{name}: {outcome}. {reason}', { name, outcome, reason }));
}

/** A table of where the runs ended. */
export function summary(runs: readonly Run[], t: Translator): string {
  const header = [
    message('Loss'),
    message('Outcome'),
    message('Epochs'),
    message('Validation accuracy'),
    message('Cross-entropy'),
    message('MSE on softmax'),
    message('Images/s'),
  ];
  return table([header.map((title) => t(title)), ...runs.map((run) => summaryRow(run, t))]);
}

function summaryRow(run: Run, t: Translator): string[] {
  const { identity, epochs } = run;
  const { accuracy, losses: measured } = epochs.validation;
  return [
    identity.name,
    t(stateLabel(run)),
    t.figure(epochs.epoch.at(-1) ?? 0, 'count'),
    t.figure(accuracy.at(-1) ?? NaN, 'percent'),
    t.figure(measured['cross-entropy'].at(-1) ?? NaN, 'loss'),
    t.figure(measured['mean-squared-error'].at(-1) ?? NaN, 'loss'),
    t.figure(meanOf(epochs.imagesPerSecond.slice(1)), 'count'),
  ];
}
