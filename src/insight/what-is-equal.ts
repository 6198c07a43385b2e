import type { ExperimentSpec } from '../experiment/spec.ts';
import { count, listing, message, type Message } from '../l10n.ts';
import type { Run } from '../run/run.ts';
import { seedGroups, type SeedGroup } from '../run/seed-groups.ts';
import {
  allRuns,
  sameActivation,
  sameBatchNorm,
  sameDataset,
  sameDropout,
  sameInitialScale,
  sameInitializer,
  sameLoss,
  sameOptimizer,
  sameOrder,
  sameRate,
  sameSize,
  sameWeights,
} from './alike.ts';
import type { Insight } from './finding.ts';
import { gradientScale } from './gradient-scale.ts';
import { sameSeeds } from './over-seeds.ts';
import { isSame } from '../same.ts';

interface Aspect {
  readonly label: Message;
  readonly same: Same;
  /** Told only where it differs: an equal model has it in it. */
  readonly isDetail?: true;
}

type Same = (a: ExperimentSpec, b: ExperimentSpec) => boolean;

const sameOf =
  (setting: 'weightDecay' | 'l1' | 'clipNorm'): Same =>
  (a, b) =>
    a.optimizer[setting] === b.optimizer[setting];

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
  { label: message('optimizer'), same: sameOptimizer },
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
