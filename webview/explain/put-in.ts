import type { AnyLossName } from '../../src/experiment/losses/catalogue.ts';
import type { Values } from '../../src/experiment/losses/parameter.ts';
import type { Prediction } from '../../src/experiment/losses/prediction.ts';
import { normOf } from '../../src/insight/lens/measured.ts';
import { outputsOf } from '../../src/insight/lens/probabilities.ts';
import { texFigure as n } from './tex-figure.ts';
import type { LensLoss } from './lens-loss.ts';

/** A formula of one example, shorter than the general one, and the same with its numbers. */
export interface Line {
  /** Of p_y, the label's probability, and ‖p − y‖. */
  readonly symbols: string;
  readonly numbers: string;
  /** What the numbers come to, without the reduction's factor. */
  readonly result: number;
}

export interface PutIn {
  readonly value: Line;
  readonly pull: Line;
  /** What the pull would be if the derivative of softmax or sigmoid did not damp it. */
  readonly undamped?: Line;
}

interface Numbers {
  /** Of the label. */
  readonly p: number;
  /** −ln p of the label, without the rounding of p. */
  readonly minusLn: number;
  /** ‖p − y‖ */
  readonly error: number;
  readonly values: Values;
}

type Writer = (numbers: Numbers) => PutIn;

/** The numbers of an example in the formulas of a loss; undefined for one that has no short form. */
export function putIn({ loss, spec }: LensLoss, prediction: Prediction): PutIn | undefined {
  const { name, parameters } = spec;
  const isSmoothed = (parameters['labelSmoothing'] ?? 0) !== 0;
  const write = isSmoothed ? undefined : writers[name];
  const outputs = outputsOf(prediction, loss.activation);
  return write?.({
    p: outputs[prediction.label] ?? NaN,
    minusLn: -prediction.logP(prediction.label),
    error: normOf(outputs.map((value, k) => value - prediction.y(k))),
    values: parameters,
  });
}

const error = String.raw`\lVert p - y\rVert`;

const likelihood: Writer = ({ p, minusLn, error: e }) => ({
  value: { symbols: String.raw`-\ln p_y`, numbers: String.raw`-\ln ${n(p)}`, result: minusLn },
  pull: { symbols: error, numbers: '', result: e },
});

/** Σ (p − y)², damped by the derivative of what makes p; the damped norm itself is no short form. */
const squared =
  (jacobian: string): Writer =>
  ({ error: e }) => ({
    value: { symbols: String.raw`${error}^2`, numbers: `${n(e)}^2`, result: e ** 2 },
    pull: { symbols: String.raw`2\,\lVert ${jacobian}(p - y)\rVert`, numbers: '', result: NaN },
    undamped: { symbols: `2\\,${error}`, numbers: String.raw`2 \cdot ${n(e)}`, result: 2 * e },
  });

const writers: Partial<Record<AnyLossName, Writer>> = {
  'cross-entropy': likelihood,
  'kl-divergence': likelihood,
  'mean-squared-error': squared('J'),
  'mean-squared-error-sigmoid': squared(String.raw`\sigma'\,`),
  'mean-squared-error-linear': ({ error: e }) => ({
    value: {
      symbols: String.raw`\lVert z - y\rVert^2`,
      numbers: `${n(e)}^2`,
      result: e ** 2,
    },
    pull: {
      symbols: String.raw`2\,\lVert z - y\rVert`,
      numbers: String.raw`2 \cdot ${n(e)}`,
      result: 2 * e,
    },
  }),
  'mean-absolute-error': ({ p, error: e }) => ({
    value: { symbols: String.raw`2\,(1 - p_y)`, numbers: `2\\,(1 - ${n(p)})`, result: 2 * (1 - p) },
    pull: {
      symbols: `2\\,p_y\\,${error}`,
      numbers: String.raw`2 \cdot ${n(p)} \cdot ${n(e)}`,
      result: 2 * p * e,
    },
  }),
  'generalised-cross-entropy': ({ p, error: e, values: { q = NaN } }) => ({
    value: {
      symbols: String.raw`(1 - p_y^{\,q})/q`,
      numbers: `(1 - ${n(p)}^{${n(q)}})/${n(q)}`,
      result: (1 - p ** q) / q,
    },
    pull: {
      symbols: String.raw`p_y^{\,q}\,${error}`,
      numbers: String.raw`${n(p)}^{${n(q)}} \cdot ${n(e)}`,
      result: p ** q * e,
    },
  }),
};
