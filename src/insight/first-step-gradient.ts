import { reductionFactor } from '../experiment/losses/loss.ts';
import { reductionLabel } from '../experiment/names.ts';
import { count, listing, message, ratio, type Message } from '../l10n.ts';
import type { Run } from '../run/run.ts';
import { startAlike } from './alike.ts';
import { seedGroups, type SeedGroup } from '../run/seed-groups.ts';
import { bestAndWorst } from './few.ts';
import type { Insight } from './finding.ts';
import { spanOf, twinsOf, type Twins } from './over-seeds.ts';
import { meanOf } from './statistics/moments.ts';

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
export const firstStepGradient: Insight = (runs) => {
  const [reference, ...others] = seedGroups(runs);
  if (reference === undefined) return undefined;
  const compared = others.flatMap((other) => comparedGroups(reference, other) ?? []);
  if (compared.length === 0) return undefined;
  const { shown, rest } = bestAndWorst(compared, ({ pairs }) => meanOf(pairs.map(({ ratio }) => ratio)));
  return {
    id: 'first-step-gradient',
    title: title(compared),
    text: shown.flatMap(sentences),
    rest: rest.flatMap(sentences),
    readAt: message('step 1: same weights, same batch'),
  };
}; // prettier-ignore

/** Two groups, of whose seeds some start alike. */
interface Compared {
  readonly reference: SeedGroup;
  readonly other: SeedGroup;
  readonly twins: readonly Twins[];
  /** Of the output layer, one of each twins. */
  readonly pairs: readonly GradientPair[];
}

function comparedGroups(reference: SeedGroup, other: SeedGroup): Compared | undefined {
  const twins = twinsOf({ a: reference, b: other }).filter(({ a, b }) => outputPair(a, b));
  const pairs = twins.flatMap(({ a, b }) => outputPair(a, b) ?? []);
  return twins.length === 0 ? undefined : { reference, other, twins, pairs };
}

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

function title([only, ...more]: readonly Compared[]): Message {
  if (only === undefined || more.length > 0) return message('The first gradients');
  const { reference, other, pairs } = only;
  if (pairs.every(isEqual)) return message('The first gradients are about as strong');
  if (pairs.some(isEqual)) return message('The first gradients');
  const isWeaker = pairs.map(({ ratio }) => ratio >= 1);
  if (new Set(isWeaker).size > 1) return message('The first gradients');
  const weaker = isWeaker[0] === true ? other : reference;
  return message('{run} starts with a weaker push', { run: weaker.name });
}

function isEqual({ ratio }: GradientPair): boolean {
  return ratio < noticeable && ratio > 1 / noticeable;
}

function sentences(of: Compared): Message[] {
  return [outputSentence(of), ...reductionSentence(of), ...layersSentence(of)];
}

function outputSentence({ reference, other, pairs }: Compared): Message {
  const reading = {
    reference: reference.name,
    other: other.name,
    first: spanOf(pairs.map((pair) => pair.reference), 'loss'),
    second: spanOf(pairs.map((pair) => pair.other), 'loss'),
    ratio: spanOf(pairs.map((pair) => pair.ratio), 'ratio'),
  };
  return pairs.length === 1
    ? message('{reference} against {other}, output layer: gradient norm {first} against {second}, a ratio of {ratio}.', reading)
    : message('{reference} against {other}, output layer, {count} seeds: gradient norm {first} against {second}, a ratio of {ratio}.', { ...reading, count: count(pairs.length) });
} // prettier-ignore

/**
 * A loss that takes the mean over K classes has a gradient K times smaller than its sum, whatever
 * its shape: that part of the ratio another learning rate would undo.
 */
function reductionSentence({ reference, other, pairs }: Compared): Message[] {
  const [run] = reference.runs;
  const classes = run.setting?.classes;
  if (classes === undefined) return [];
  const [a, b] = [run.identity.spec.loss.reduction, other.runs[0].identity.spec.loss.reduction];
  const factor = reductionFactor(a, classes) / reductionFactor(b, classes);
  if (factor === 1) return [];
  return [
    message(
      'Of this ratio, a factor of {factor} is reduction alone: {reference} takes the {first} over the {classes} classes, {other} the {second}. The rest, {rest}, is the shape of the losses.',
      {
        factor: ratio(factor),
        reference: reference.name,
        first: reductionLabel(a),
        classes: count(classes),
        other: other.name,
        second: reductionLabel(b),
        rest: spanOf(
          pairs.map((pair) => pair.ratio / factor),
          'ratio',
        ),
      },
    ),
  ];
}

function layersSentence({ twins }: Compared): Message[] {
  const [first = [], ...others] = twins.map(({ a, b }) => firstStepPairs(a, b));
  const spans = first.map(({ ratio }, layer) =>
    spanOf([ratio, ...others.flatMap((pairs) => pairs[layer]?.ratio ?? [])], 'ratio'),
  );
  const ratios = listing(spans);
  if (spans.length < 2 || ratios === undefined) return [];
  return [message('The ratio layer by layer, the first layer first: {ratios}.', { ratios })];
}
