import { optimizers } from '../experiment/optimizers/catalogue.ts';
import { message, type Message } from '../l10n.ts';
import type { Run } from '../run/run.ts';
import type { SeedGroup } from '../run/seed-groups.ts';
import { allRuns, sameLoss, sameOptimizer, sameRate } from './alike.ts';
import { bestAndWorst } from './few.ts';
import { noticeable, outputPair } from './first-step-gradient.ts';
import { spanOf, twinsOf } from './over-seeds.ts';
import { meanOf } from './statistics/moments.ts';

/** The same learning rate is a fair one only where the gradients have the same scale. */
export function gradientScale(groups: readonly SeedGroup[]): Message[] {
  const runs = groups.flatMap((group) => group.runs);
  if (allRuns(runs, sameLoss) || !allRuns(runs, sameOptimizer) || !allRuns(runs, sameRate))
    return [];
  const measured = measuredPairs(groups);
  const { shown } = bestAndWorst(measured, ({ times }) => meanOf(times));
  return [...shown.map(scaleSentence), ...meaning(runs, measured)];
}

/** What the scale means for the optimizer that all runs have. */
function meaning(runs: readonly Run[], measured: readonly ScaledPair[]): Message[] {
  const [reference] = runs;
  if (reference === undefined) return [];
  const { label, normalises } = optimizers[reference.identity.spec.optimizer.name];
  if (!normalises) return [scaled(measured)];
  // Beside a penalty, the gradient's scale decides how much that weighs.
  if (runs.some(isPenalised)) return [];
  return [
    message(
      '{optimizer} divides each gradient by its own size, so its step hardly depends on the scale of the loss.',
      { optimizer: label },
    ),
  ];
}

/** Whether its gradients have that of a penalty in them. */
function isPenalised({ identity }: Run): boolean {
  const { name, weightDecay, l1 } = identity.spec.optimizer;
  return l1 > 0 || (weightDecay > 0 && optimizers[name].decay === 'in-gradient');
}

/** What the measured ratios mean for an optimizer whose step grows with the gradient. */
function scaled(measured: readonly ScaledPair[]): Message {
  if (measured.length === 0) {
    return message(
      'Losses can differ in the scale of their gradient. With this optimizer the step grows with it, so one learning rate may not be a fair comparison.',
    );
  }
  return measured.every(({ times }) => times.every((each) => each < noticeable))
    ? message('As far as the scale goes, one learning rate is a fair comparison.')
    : message(
        'With this optimizer the step grows with the gradient, so one learning rate is not a fair comparison.',
      );
}

interface ScaledPair {
  readonly more: SeedGroup;
  readonly less: SeedGroup;
  /** One of each seed that both have. */
  readonly times: readonly number[];
  readonly layer: string;
}

/** The first against each other one that starts alike and trains on another loss. */
function measuredPairs([reference, ...others]: readonly SeedGroup[]): ScaledPair[] {
  if (reference === undefined) return [];
  return others.flatMap((other) => {
    const pairs = twinsOf({ a: reference, b: other }).flatMap(({ a, b }) => outputPair(a, b) ?? []);
    const [first] = pairs;
    if (first === undefined || allRuns([reference.runs[0], other.runs[0]], sameLoss)) return [];
    const isStronger = meanOf(pairs.map(({ ratio: of }) => of)) >= 1;
    const [more, less] = isStronger ? [reference, other] : [other, reference];
    const times = pairs.map(({ ratio: of }) => (isStronger ? of : 1 / of));
    return [{ more, less, times, layer: first.layer }];
  });
}

function scaleSentence({ more, less, times, layer }: ScaledPair): Message {
  return message(
    'At step 1 the gradient of the output layer ({layer}) is {times} times as large under {more} as under {less}.',
    { layer, times: spanOf(times, 'ratio'), more: more.name, less: less.name },
  );
}
