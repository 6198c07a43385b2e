import { optimizers } from '../experiment/optimizers/catalogue.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';
import { listing, message, type Message, ratio } from '../l10n.ts';
import type { Run } from '../run/run.ts';
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
  const different = aspects.filter(({ same }) => !allRuns(runs, same));
  const equal = aspects.filter((aspect) => !aspect.isDetail && !different.includes(aspect));
  return {
    id: 'what-is-equal',
    title: message('What is equal, what is not'),
    text: [...lists(equal, different), ...seeds(runs), ...gradientScale(runs)],
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

function seeds(runs: readonly Run[]): Message[] {
  if (allRuns(runs, (a, b) => a.seed === b.seed)) return [];
  return [message('The seeds differ, so part of any difference is chance.')];
}

/** The same learning rate is a fair one only where the gradients have the same scale. */
function gradientScale(runs: readonly Run[]): Message[] {
  const sameOptimizer = allRuns(runs, (a, b) => a.optimizer.name === b.optimizer.name);
  if (allRuns(runs, sameLoss) || !sameOptimizer || !allRuns(runs, sameRate)) return [];
  const measured = measuredPairs(runs);
  const { shown } = bestAndWorst(measured, ({ times }) => times);
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
  return measured.every(({ times }) => times < noticeable)
    ? message('As far as the scale goes, one learning rate is a fair comparison.')
    : message(
        'With this optimizer the step grows with the gradient, so one learning rate is not a fair comparison.',
      );
}

interface ScaledPair {
  readonly more: Run;
  readonly less: Run;
  readonly times: number;
  readonly layer: string;
}

/** The first run against each other one that starts alike and trains on another loss. */
function measuredPairs([reference, ...others]: readonly Run[]): ScaledPair[] {
  if (reference === undefined) return [];
  return others.flatMap((other) => {
    const pair = outputPair(reference, other);
    if (pair === undefined || sameLoss(reference.identity.spec, other.identity.spec)) return [];
    const [more, less] = pair.ratio >= 1 ? [reference, other] : [other, reference];
    return [{ more, less, times: Math.max(pair.ratio, 1 / pair.ratio), layer: pair.layer }];
  });
}

function scaleSentence({ more, less, times, layer }: ScaledPair): Message {
  return message(
    'At step 1 the gradient of the output layer ({layer}) is {times} times as large under {more} as under {less}.',
    { layer, times: ratio(times), more: more.identity.name, less: less.identity.name },
  );
}
