import { optimizers } from '../experiment/optimizers/catalogue.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';
import { count, listing, message, type Message } from '../l10n.ts';
import type { Run } from '../run/run.ts';
import { seedGroups, type SeedGroup } from '../run/seed-groups.ts';
import {
  allRuns,
  isSame,
  sameActivation,
  sameBatchNorm,
  sameDataset,
  sameDropout,
  sameInitialScale,
  sameInitializer,
  sameLoss,
  sameOrder,
  sameSize,
  sameWeights,
} from './alike.ts';
import { bestAndWorst } from './few.ts';
import type { Insight } from './finding.ts';
import { sameSeeds, spanOf, twinsOf } from './over-seeds.ts';
import { meanOf } from './statistics/moments.ts';
import { noticeable, outputPair } from './first-step-gradient.ts';

interface Aspect {
  readonly label: Message;
  readonly same: Same;
  /** Told only where it differs: an equal model has it in it. */
  readonly isDetail?: true;
}

type Same = (a: ExperimentSpec, b: ExperimentSpec) => boolean;

const sameOf =
  (setting: 'learningRate' | 'weightDecay' | 'l1' | 'clipNorm'): Same =>
  (a, b) =>
    a.optimizer[setting] === b.optimizer[setting];

const sameRate = sameOf('learningRate');

const aspects: readonly Aspect[] = [
  { label: message('data set'), same: sameDataset },
  { label: message('model'), same: (a, b) => a.model.name === b.model.name },
  { label: message('hidden layers'), same: sameSize, isDetail: true },
  { label: message('activation'), same: sameActivation, isDetail: true },
  { label: message('initialisation'), same: sameInitializer, isDetail: true },
  { label: message('scale of the initial weights'), same: sameInitialScale, isDetail: true },
  { label: message('dropout'), same: sameDropout, isDetail: true },
  { label: message('batch normalisation'), same: sameBatchNorm, isDetail: true },
  { label: message('initial weights'), same: sameWeights },
  { label: message('data order'), same: sameOrder },
  { label: message('batch size'), same: (a, b) => a.batchSize === b.batchSize },
  { label: message('optimizer'), same: (a, b) => a.optimizer.name === b.optimizer.name },
  { label: message('learning rate'), same: sameRate },
  { label: message('learning rate schedule'), same: sameSchedule, isDetail: true },
  { label: message('weight decay'), same: sameOf('weightDecay'), isDetail: true },
  { label: message('L1 penalty'), same: sameOf('l1'), isDetail: true },
  { label: message('gradient clipping'), same: sameOf('clipNorm'), isDetail: true },
  { label: message('planned epochs'), same: (a, b) => a.epochs === b.epochs },
  { label: message('early stopping'), same: sameStopping, isDetail: true },
  { label: message('loss'), same: sameLoss },
];

function sameSchedule(a: ExperimentSpec, b: ExperimentSpec): boolean {
  return isSame(a.optimizer.schedule, b.optimizer.schedule);
}

function sameStopping({ earlyStopping: a }: ExperimentSpec, { earlyStopping: b }: ExperimentSpec) {
  return a?.patience === b?.patience && a?.minimumDelta === b?.minimumDelta;
}

/** What the runs share and what they do not, and so what a difference between them can mean. */
export const whatIsEqual: Insight = (runs) => {
  if (runs.length < 2) return undefined;
  const groups = seedGroups(runs);
  const arePaired = groups.length > 1 && sameSeeds(groups);
  const compared = arePaired ? groups.map(ofFirstSeed) : runs;
  const different = aspects.filter(({ same }) => !allRuns(compared, same));
  const equal = aspects.filter((aspect) => !aspect.isDetail && !different.includes(aspect));
  return {
    id: 'what-is-equal',
    title: message('What is equal, what is not'),
    text: [...lists(equal, different), ...seeds(groups, arePaired), ...gradientScale(groups)],
    readAt: message('settings of the runs'),
  };
};

function lists(equal: readonly Aspect[], different: readonly Aspect[]): Message[] {
  const [same, other] = [equal, different].map((part) => listing(part.map(({ label }) => label)));
  return [
    ...(same === undefined ? [] : [message('Equal: {aspects}.', { aspects: same })]),
    other === undefined
      ? message('Every setting is equal, so the figures should be as well.')
      : message('Not equal: {aspects}.', { aspects: other }),
  ];
}

/** Of groups with the same seeds these start alike. */
function ofFirstSeed({ runs }: SeedGroup): Run {
  const seedOf = ({ identity }: Run): number => identity.spec.seed;
  return runs.reduce((first, run) => (seedOf(run) < seedOf(first) ? run : first));
}

function seeds(groups: readonly SeedGroup[], arePaired: boolean): Message[] {
  const counts = groups.map(({ runs }) => runs.length);
  if (!arePaired)
    return allRuns(groups.flatMap(({ runs }) => runs), (a, b) => a.seed === b.seed)
      ? []
      : [message('The seeds differ, so part of any difference is chance.')];
  return counts[0] === 1
    ? []
    : [message('Each has the same {count} seeds. How far the seeds of one lie apart is chance.', { count: count(counts[0] ?? 0) })];
} // prettier-ignore

/** The same learning rate is a fair one only where the gradients have the same scale. */
function gradientScale(groups: readonly SeedGroup[]): Message[] {
  const runs = groups.flatMap((group) => group.runs);
  const sameOptimizer = allRuns(runs, (a, b) => a.optimizer.name === b.optimizer.name);
  if (allRuns(runs, sameLoss) || !sameOptimizer || !allRuns(runs, sameRate)) return [];
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
