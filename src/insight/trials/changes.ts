import { augmentationNames, augmentations } from '../../experiment/augmentations/catalogue.ts';
import type { DatasetSpec } from '../../experiment/datasets/dataset-spec.ts';
import {
  activationLabel,
  initializerLabel,
  lossLabel,
  modelLabel,
  yesOrNo,
} from '../../experiment/names.ts';
import type { LayerStyle } from '../../experiment/models/net.ts';
import { optimizers } from '../../experiment/optimizers/catalogue.ts';
import type { OptimizerSpec } from '../../experiment/optimizers/optimizer-spec.ts';
import { schedules } from '../../experiment/schedules/catalogue.ts';
import type { ExperimentSpec } from '../../experiment/spec.ts';
import { count, listing, loss, message, percent, ratio, type Message } from '../../l10n.ts';
import { isSame } from '../../same.ts';

/** One setting that a remedy changes. */
export interface Change {
  readonly setting: Message;
  readonly from: Message;
  readonly to: Message;
}

/** A setting as a person reads it; undefined where such an experiment has none. */
interface Setting {
  readonly label: Message;
  readonly value: (spec: ExperimentSpec) => Message | undefined;
}

const ofStyle =
  (value: (style: LayerStyle) => Message) =>
  ({ model: { style } }: ExperimentSpec): Message | undefined =>
    style === null ? undefined : value(style);

/** Those of the hidden layers, told only of one model. */
const style: readonly Setting[] = [
  { label: message('activation'), value: ofStyle(({ activation }) => activationLabel(activation)) },
  {
    label: message('initialisation'),
    value: ofStyle(({ initializer }) => initializerLabel(initializer)),
  },
  {
    label: message('scale of the initial weights'),
    value: ofStyle(({ initialScale }) => message('{value}', { value: ratio(initialScale) })),
  },
  { label: message('batch normalisation'), value: ofStyle(({ batchNorm }) => yesOrNo(batchNorm)) },
  {
    label: message('dropout'),
    value: ofStyle(({ dropout }) => message('{value}', { value: percent(dropout) })),
  },
];

const model: Setting = { label: message('model'), value: ({ model: of }) => modelLabel(of) };

const rest: readonly Setting[] = [
  { label: message('loss'), value: ({ loss: of }) => lossLabel(of) },
  { label: message('optimizer'), value: ({ optimizer }) => plainOptimizer(optimizer) },
  {
    label: message('weight decay'),
    value: ({ optimizer }) => message('{value}', { value: loss(optimizer.weightDecay) }),
  },
  {
    label: message('gradient clipping'),
    value: ({ optimizer: { clipNorm } }) =>
      clipNorm === null ? message('none') : message('{value}', { value: loss(clipNorm) }),
  },
  {
    label: message('learning rate schedule'),
    value: ({ optimizer }) => schedules[optimizer.schedule.name].label,
  },
  {
    label: message('share of the training images'),
    value: ({ dataset }) => message('{value}', { value: percent(dataset.share) }),
  },
  { label: message('random labels'), value: ({ dataset }) => yesOrNo(dataset.randomLabels) },
  { label: message('augmentation'), value: ({ dataset }) => augmentationLabel(dataset) },
  {
    label: message('early stopping'),
    value: ({ earlyStopping }) =>
      earlyStopping === null
        ? message('none')
        : message('after {epochs} epochs without a better one', {
            epochs: count(earlyStopping.patience),
          }),
  },
];

/** Without what has settings of its own here. */
function plainOptimizer({ name, learningRate }: OptimizerSpec): Message {
  return message('{optimizer} {rate}', {
    optimizer: optimizers[name].label,
    rate: ratio(learningRate),
  });
}

function augmentationLabel({ augmentation }: DatasetSpec): Message {
  const used = augmentationNames.filter((name) => augmentation[name] !== augmentations[name].off);
  const list = listing(used.map((name) => augmentations[name].label));
  return list === undefined ? message('none') : message('{value}', { value: list });
}

/** What is not the same in two experiments, setting by setting. */
export function changesBetween(before: ExperimentSpec, after: ExperimentSpec): Change[] {
  const ofModel = before.model.name === after.model.name ? style : [model];
  return [...ofModel, ...rest].flatMap(({ label, value }) => {
    const [from, to] = [value(before), value(after)];
    if (from === undefined || to === undefined || isSame(from, to)) return [];
    return [{ setting: label, from, to }];
  });
}

/** "loss: Mean squared error → Cross-entropy" for each setting. */
export function changesText(changes: readonly Change[]): Message {
  const parts = changes.map(({ setting, from, to }) =>
    message('{setting}: {from} → {to}', { setting, from, to }),
  );
  return message('{changes}', { changes: listing(parts) ?? '' });
}

/** "Cross-entropy · try: ReLU, He": what a run is called by that tries a remedy. */
export function trialName(name: string, changes: readonly Change[]): Message {
  const to = listing(changes.map(named)) ?? '';
  return message('{run} · try: {change}', { run: name, change: to });
}

/** A value that says what it is by itself; else its setting, with the value where that was no mere switch. */
function named({ setting, from, to }: Change): Message {
  if (to.text === 'yes' || from.text === 'none') return setting;
  const isBare = to.text === '{value}' || to.text === 'no' || to.text === 'none';
  return isBare ? message('{setting} {value}', { setting, value: to }) : to;
}
