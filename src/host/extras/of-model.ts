import type { ModelSize } from '../../experiment/models/model.ts';
import type { LayerStyle } from '../../experiment/models/net.ts';
import type { ExperimentSpec } from '../../experiment/spec.ts';
import { message } from '../../l10n.ts';
import type { Extra } from './extra.ts';

const ofStyle =
  (change: (value: number) => Partial<LayerStyle>) =>
  (spec: ExperimentSpec, value: number): ExperimentSpec => {
    const { style } = spec.model;
    return style === null
      ? spec
      : { ...spec, model: { ...spec.model, style: { ...style, ...change(value) } } };
  };

const ofSize =
  (change: (value: number) => Partial<ModelSize>) =>
  (spec: ExperimentSpec, value: number): ExperimentSpec => {
    const { size } = spec.model;
    return size === null
      ? spec
      : { ...spec, model: { ...spec.model, size: { ...size, ...change(value) } } };
  };

const hasSize = ({ model }: ExperimentSpec): boolean => model.size !== null;

const hasStyle = ({ model }: ExperimentSpec): boolean => model.style !== null;

/** How the hidden layers are made besides. */
export const extrasOfModel: readonly Extra[] = [
  {
    label: message('Depth'),
    detail: message('Another number of hidden layers.'),
    number: { prompt: message('Hidden layers'), preset: 2 },
    fits: hasSize,
    apply: ofSize((value) => ({ layers: value })),
  },
  {
    label: message('Width'),
    detail: message('Another number of units in each hidden layer.'),
    number: { prompt: message('Units of each hidden layer'), preset: 256 },
    fits: hasSize,
    apply: ofSize((value) => ({ units: value })),
  },
  {
    label: message('Dropout'),
    detail: message('Each step leaves out a share of the hidden values; against overfitting.'),
    number: { prompt: message('Share of the hidden values that a step leaves out'), preset: 0.5 },
    fits: hasStyle,
    apply: ofStyle((value) => ({ dropout: value })),
  },
  {
    label: message('Scaled initial weights'),
    detail: message('Larger ones saturate units and probabilities from the start.'),
    number: { prompt: message('What the initial weights are multiplied with'), preset: 10 },
    fits: hasStyle,
    apply: ofStyle((value) => ({ initialScale: value })),
  },
];
