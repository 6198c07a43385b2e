import { reductionFactor } from '../experiment/losses/loss.ts';
import { reductionLabel } from '../experiment/names.ts';
import { count, listing, loss, message, type Message, ratio } from '../l10n.ts';
import type { Run } from '../run/run.ts';
import { startAlike } from './alike.ts';
import { bestAndWorst } from './few.ts';
import type { Insight } from './finding.ts';

/** Ratios nearer to 1 than this are told as equal. */
export const noticeable = 1.1;

/** The gradient of one layer at step 1 in two runs that start alike. */
export interface GradientPair {
  readonly layer: string;
  readonly reference: number;
  readonly other: number;
  /** reference / other */
  readonly ratio: number;
}

/**
 * Compares the gradients of step 1, where weights and batch are still the same, so that they differ
 * by the loss alone.
 */
export const firstStepGradient: Insight = ([reference, ...others]) => {
  if (reference === undefined) return undefined;
  const compared = others.filter((other) => outputPair(reference, other) !== undefined);
  if (compared.length === 0) return undefined;
  const ratioTo = (other: Run): number => outputPair(reference, other)?.ratio ?? NaN;
  const { shown, rest } = bestAndWorst(compared, ratioTo);
  return {
    id: 'first-step-gradient',
    title: title(reference, compared),
    text: shown.flatMap((other) => sentences(reference, other)),
    rest: rest.flatMap((other) => sentences(reference, other)),
    readAt: message('step 1: same weights, same batch'),
  };
};

/** Every layer's pair, in the order of the layers; empty where the runs cannot be compared. */
export function firstStepPairs(reference: Run, other: Run): GradientPair[] {
  if (!startAlike(reference.identity.spec, other.identity.spec)) return [];
  const norms = (run: Run): number[] => run.gradients.firstStep?.map(({ norm }) => norm) ?? [];
  const otherNorms = norms(other);
  return norms(reference).flatMap((norm, index) => {
    const layer = reference.setting?.layers[index]?.name;
    const otherNorm = otherNorms[index];
    if (layer === undefined || otherNorm === undefined || !(norm > 0) || !(otherNorm > 0))
      return [];
    const quotient = norm / otherNorm;
    if (!Number.isFinite(quotient)) return [];
    return [{ layer, reference: norm, other: otherNorm, ratio: quotient }];
  });
}

/** The pair of the output layer. */
export function outputPair(reference: Run, other: Run): GradientPair | undefined {
  const pairs = firstStepPairs(reference, other);
  return pairs.length === reference.setting?.layers.length ? pairs.at(-1) : undefined;
}

function title(reference: Run, [other, ...more]: readonly Run[]): Message {
  if (other === undefined || more.length > 0) return message('The first gradients');
  const pair = outputPair(reference, other);
  if (pair === undefined) return message('The first gradients');
  const weaker = pair.ratio >= 1 ? other : reference;
  return isEqual(pair)
    ? message('The first gradients are about as strong')
    : message('{run} starts with a weaker push', { run: weaker.identity.name });
}

function isEqual({ ratio }: GradientPair): boolean {
  return ratio < noticeable && ratio > 1 / noticeable;
}

function sentences(reference: Run, other: Run): Message[] {
  const pairs = firstStepPairs(reference, other);
  const output = pairs.at(-1);
  if (output === undefined) return [];
  return [
    outputSentence(reference, other, output),
    ...reductionSentence(reference, other, output),
    ...layersSentence(pairs),
  ];
}

function outputSentence(reference: Run, other: Run, pair: GradientPair): Message {
  return message(
    '{reference} against {other}, output layer: gradient norm {first} against {second}, a ratio of {ratio}.',
    {
      reference: reference.identity.name,
      other: other.identity.name,
      first: loss(pair.reference),
      second: loss(pair.other),
      ratio: ratio(pair.ratio),
    },
  );
}

/**
 * A loss that takes the mean over K classes has a gradient K times smaller than its sum, whatever
 * its shape: that part of the ratio another learning rate would undo.
 */
function reductionSentence(reference: Run, other: Run, pair: GradientPair): Message[] {
  const classes = reference.setting?.classes;
  if (classes === undefined) return [];
  const [a, b] = [reference.identity.spec.loss.reduction, other.identity.spec.loss.reduction];
  const factor = reductionFactor(a, classes) / reductionFactor(b, classes);
  if (factor === 1) return [];
  return [
    message(
      'Of this ratio, a factor of {factor} is reduction alone: {reference} takes the {first} over the {classes} classes, {other} the {second}. The rest, {rest}, is the shape of the losses.',
      {
        factor: ratio(factor),
        reference: reference.identity.name,
        first: reductionLabel(a),
        classes: count(classes),
        other: other.identity.name,
        second: reductionLabel(b),
        rest: ratio(pair.ratio / factor),
      },
    ),
  ];
}

function layersSentence(pairs: readonly GradientPair[]): Message[] {
  const ratios = listing(pairs.map((pair) => ratio(pair.ratio)));
  if (pairs.length < 2 || ratios === undefined) return [];
  return [message('The ratio layer by layer, the first layer first: {ratios}.', { ratios })];
}
