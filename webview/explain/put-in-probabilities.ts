import type { LossName } from '../../src/experiment/losses/catalogue.ts';
import { smoothed } from '../../src/experiment/losses/label-smoothing.ts';
import { softplus } from '../../src/experiment/losses/sigmoid.ts';
import type { Line, Numbers, Writer } from './put-in.ts';
import { texBase, texBeside, texFigure as n, texProbability } from './tex-figure.ts';

const error = String.raw`\lVert p - y\rVert`;
const times = String.raw` \cdot `;
const probability = ({ p, rest, minusLn }: Numbers): string => texProbability(p, rest, minusLn);
const errorLine: Line = { symbols: error, numbers: '' };

const likelihood: Writer = (of) => ({
  value: { symbols: String.raw`-\ln p_y`, numbers: String.raw`-\ln ${probability(of)}` },
  pull: errorLine,
});

/** The label's term, and that of the others, which share ε. */
const smoothedLikelihood: Writer = (of) => ({
  value: {
    symbols: String.raw`-y_y \ln p_y - y_j \sum_{j \ne y} \ln p_j`,
    numbers: likelihoodTerms(of).map(({ y, minusLn }) => `${n(y)}${times}${n(minusLn)}`).join(' + '),
  },
  pull: errorLine,
}); // prettier-ignore

function likelihoodTerms({ x, minusLn, smoothing }: Numbers) {
  const all = -x.sum((k) => x.logP(k));
  const other = smoothing / x.classes;
  return [
    { y: 1 - smoothing + other, minusLn },
    { y: other, minusLn: all - minusLn },
  ];
}

/** Less the entropy of the target. */
const divergence: Writer = (of) => {
  const { x, smoothing } = of;
  const cross = likelihoodTerms(of).reduce((sum, { y, minusLn }) => sum + y * minusLn, 0);
  const own = -x.sum((k) => smoothed(x, k, smoothing) * Math.log(smoothed(x, k, smoothing)));
  const whole = cross - own;
  return {
    value: {
      symbols: String.raw`H(y, p) - H(y)`,
      numbers: `${texBeside(cross, whole)} - ${texBeside(own, whole)}`,
    },
    pull: errorLine,
  };
};

/** The label's unit, and the sum over the others. */
const binary: Writer = (of) => {
  const { x, smoothing } = of;
  const term = (k: number): number => softplus(x.at(k)) - smoothed(x, k, smoothing) * x.at(k);
  const others = x.sum((k) => (k === x.label ? 0 : term(k)));
  const [own, symbol] =
    smoothing === 0
      ? [String.raw`-\ln ${probability(of)}`, String.raw`-\ln p_y - \sum_{j \ne y} \ln(1 - p_j)`]
      : [n(term(x.label)), String.raw`H(y_y, p_y) + \sum_{j \ne y} H(y_j, p_j)`];
  return { value: { symbols: symbol, numbers: `${own} + ${n(others)}` }, pull: errorLine };
};

/** Σ (p − y)², damped by the derivative of what makes p; the damped norm itself is no short form. */
const squared =
  (jacobian: string): Writer =>
  ({ error: e }) => ({
    value: { symbols: `${error}^2`, numbers: `${texBase(e)}^2` },
    pull: { symbols: String.raw`2\,\lVert ${jacobian}(p - y)\rVert`, numbers: '' },
    undamped: 2 * e,
  });

/** Cross-entropy, weighted by what p lacks; a power needs a digit more. */
const focal: Writer = (of) => {
  const { rest, error: e, values } = of;
  const gamma = values['gamma'] ?? NaN;
  const [p, base] = [probability(of), texBase(rest, 5)];
  const weight = (power: number): string => (power === 1 ? base : `${base}^{${n(power)}}`);
  const bend = String.raw`${n(gamma)}${times}${p}${times}${weight(gamma - 1)} \ln ${p}`;
  return {
    value: {
      symbols: String.raw`-(1 - p_y)^{\gamma} \ln p_y`,
      numbers: String.raw`-${weight(gamma)} \ln ${p}`,
    },
    pull: {
      symbols: String.raw`\bigl[(1 - p_y)^{\gamma} - \gamma\,p_y (1 - p_y)^{\gamma - 1} \ln p_y\bigr]\,${error}`,
      numbers: `(${weight(gamma)} - ${bend})${times}${n(e)}`,
    },
  };
};

const absolute: Writer = (of) => ({
  value: { symbols: String.raw`2\,(1 - p_y)`, numbers: `2\\,(1 - ${probability(of)})` },
  pull: {
    symbols: `2\\,p_y\\,${error}`,
    numbers: `2${times}${probability(of)}${times}${n(of.error)}`,
  },
});

const generalised: Writer = (of) => {
  const q = n(of.values['q'] ?? NaN);
  const p = probability(of);
  return {
    value: { symbols: String.raw`(1 - p_y^{\,q})/q`, numbers: `(1 - ${p}^{${q}})/${q}` },
    pull: { symbols: String.raw`p_y^{\,q}\,${error}`, numbers: `${p}^{${q}}${times}${n(of.error)}` },
  };
}; // prettier-ignore

/** The losses of what softmax or sigmoid make of the logits. */
export const ofProbabilities = {
  'cross-entropy': (of) => (of.smoothing === 0 ? likelihood : smoothedLikelihood)(of),
  'kl-divergence': (of) => (of.smoothing === 0 ? likelihood : divergence)(of),
  'binary-cross-entropy': binary,
  'mean-squared-error': squared('J'),
  'mean-squared-error-sigmoid': squared(String.raw`\sigma'\,`),
  'mean-absolute-error': absolute,
  'generalised-cross-entropy': generalised,
  focal,
} satisfies Partial<Record<LossName, Writer>>;
