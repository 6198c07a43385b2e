import { models } from '../../../../src/experiment/models/catalogue.ts';
import type { LayerStyle } from '../../../../src/experiment/models/net.ts';
import { activationLabel, initializerLabel, yesOrNo } from '../../../../src/experiment/names.ts';
import { count, message, percent, ratio } from '../../../../src/l10n.ts';
import type { Setting, SettingValue } from './setting.ts';

const ofStyle =
  (value: (style: LayerStyle) => SettingValue): Setting['of'] =>
  ({ model: { style } }) =>
    style === null ? undefined : value(style);

export const ofModel: readonly Setting[] = [
  { id: 'model', label: message('model'), of: ({ model }) => models[model.name].label },
  {
    id: 'depth',
    label: message('hidden layers'),
    of: ({ model: { size } }) => (size === null ? undefined : count(size.layers)),
  },
  {
    id: 'width',
    label: message('units'),
    of: ({ model: { size } }) => (size === null ? undefined : count(size.units)),
  },
  {
    id: 'activation',
    label: message('activation'),
    of: ofStyle(({ activation }) => activationLabel(activation)),
  },
  {
    id: 'initializer',
    label: message('initialisation'),
    of: ofStyle(({ initializer }) => initializerLabel(initializer)),
  },
  {
    id: 'initial-scale',
    label: message('scale of the initial weights'),
    of: ofStyle(({ initialScale }) => ratio(initialScale)),
  },
  {
    id: 'batch-norm',
    label: message('batch normalisation'),
    of: ofStyle(({ batchNorm }) => yesOrNo(batchNorm)),
  },
  { id: 'dropout', label: message('dropout'), of: ofStyle(({ dropout }) => percent(dropout)) },
];
