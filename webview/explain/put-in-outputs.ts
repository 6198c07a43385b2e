import type { LossName } from '../../src/experiment/losses/catalogue.ts';
import type { Prediction } from '../../src/experiment/losses/prediction.ts';
import type { Writer } from './put-in.ts';
import { texBase, texBeside, texFigure as n, texTerm } from './tex-figure.ts';

const error = String.raw`\lVert z - y\rVert`;

const squared: Writer = ({ error: e }) => ({
  value: { symbols: `${error}^2`, numbers: `${texBase(e)}^2` },
  pull: { symbols: `2\\,${error}`, numbers: String.raw`2 \cdot ${n(e)}` },
});

/** Σ over the classes that are not the label. */
function overOthers(x: Prediction, of: (z: number) => number): number {
  return x.sum((k) => (k === x.label ? 0 : of(x.at(k))));
}

/** The label's own term with its weight and target, and the sum over the others. */
const rescaled: Writer = ({ x, values }) => {
  const { k = NaN, target = NaN } = values;
  const z = x.at(x.label);
  const own = `(${texBeside(z, z - target)} - ${texBeside(target, z - target)})^2`;
  const others = n(overOthers(x, (of) => of ** 2));
  return {
    value: {
      symbols: String.raw`k\,(z_y - M)^2 + \sum_{j \ne y} z_j^2`,
      numbers: `${n(k)}\\,${own} + ${others}`,
    },
    pull: {
      symbols: String.raw`2\sqrt{k^2 (z_y - M)^2 + \textstyle\sum_{j \ne y} z_j^2}`,
      numbers: String.raw`2\sqrt{${n(k)}^2 \cdot ${own} + ${others}}`,
    },
  };
};

/** The label's own term, squared or straight, and the sum over the others. */
const huber: Writer = ({ x, values }) => {
  const delta = values['delta'] ?? NaN;
  const size = Math.abs(x.at(x.label) - 1);
  const bent = (e: number): number =>
    Math.abs(e) <= delta ? e ** 2 / 2 : delta * (Math.abs(e) - delta / 2);
  const own =
    size <= delta
      ? String.raw`\tfrac{1}{2} \cdot ${texBase(size)}^2`
      : String.raw`${n(delta)}\,(${n(size)} - \tfrac{1}{2} \cdot ${n(delta)})`;
  return {
    value: {
      symbols: String.raw`h(z_y - 1) + \sum_{j \ne y} h(z_j)`,
      numbers: `${own} + ${n(overOthers(x, bent))}`,
    },
    pull: {
      symbols: String.raw`\lVert \operatorname{clip}(z - y,\,-\delta,\,\delta)\rVert`,
      numbers: '',
    },
  };
};

/** What the lead over the strongest rival lacks to the margin; it pulls at the two alone, by 1 each. */
const hinge: Writer = ({ x, values }) => {
  const margin = values['margin'] ?? NaN;
  const own = x.at(x.label);
  const rival = Math.max(...[...x.logits].filter((_, k) => k !== x.label));
  const missing = margin + rival - own;
  const terms = [texBeside(margin, missing), texTerm(rival, missing), texTerm(-own, missing)];
  return {
    value: {
      symbols: String.raw`\max(0,\; m + \max_{j \ne y} z_j - z_y)`,
      numbers: String.raw`\max(0,\; ${terms.join('')})`,
    },
    pull: { symbols: missing > 0 ? String.raw`\sqrt{2}` : '', numbers: '' },
  };
};

/** The losses of the linear output, the logits themselves. */
export const ofOutputs = {
  'mean-squared-error-linear': squared,
  'mean-squared-error-rescaled': rescaled,
  huber,
  hinge,
} satisfies Partial<Record<LossName, Writer>>;
