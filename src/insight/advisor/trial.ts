import type { ExperimentContent } from '../../experiment/experiment-text.ts';
import { isObject, type WrittenObject } from '../../experiment/merge-written.ts';
import { isMessage, message, type Message, type Translator } from '../../l10n.ts';
import type { AdvisedChoice } from './advise.ts';
import type { Answers } from './answers.ts';
import type { Trial } from './problem.ts';
import { distinct } from '../../same.ts';

/** A comparison of the advised losses that Loss Lab can train, and one to hold them against. */
export interface AdvisedTrial {
  readonly base: WrittenObject;
  /** Each a loss. */
  readonly variants: readonly WrittenObject[];
  readonly note: Message;
  /** What to compare. */
  readonly lookAt: Message;
}

export function trialOf(
  trial: Trial | Message,
  choices: readonly AdvisedChoice[],
  answers: Answers,
): AdvisedTrial | Message {
  if (isMessage(trial)) return trial;
  const written = choices.flatMap(({ loss }) => loss.trainedAs ?? []);
  const variants = distinct([...written, trial.against]).map((loss) => ({ loss }));
  return { base: baseOf(trial, answers), variants, note: trial.note, lookAt: lookAt(answers) };
}

/** The conditions that were answered, made in the trial's own data. */
function baseOf({ base, canBeUneven }: Trial, { imbalance, noise, optimizer, problem }: Answers) {
  const { dataset, ...rest } = base;
  const changes = {
    ...(isObject(dataset) ? dataset : {}),
    ...(imbalance === 'uneven' && canBeUneven && { imbalance: 50 }),
    ...(noise === 'noisy' && { labelNoise: 0.4 }),
  };
  const name = optimizer === 'sgd' ? 'sgd' : 'adam';
  // Losses of regions stay with background alone if they begin with whole steps.
  const schedule = { schedule: { name: 'constant', warmUp: 2 } };
  return {
    dataset: changes,
    ...rest,
    optimizer: { name, ...(problem === 'segmentation' && schedule) },
  };
}

function lookAt({ goal, imbalance, problem }: Answers): Message {
  if (problem === 'segmentation' && goal !== 'calibration')
    return message('Compare the IoU of each class, not the share of right pixels.');
  if (goal === 'calibration')
    return message(
      'Compare the expected calibration error and the Brier score, then the accuracy.',
    );
  if (problem === 'recognition')
    return message('Compare how well the classes are told apart that were not trained on.');
  if (imbalance === 'uneven')
    return message('Compare the balanced accuracy and the loss of each class.');
  if (goal === 'ranking') return message('Compare the top-2 accuracy, then the accuracy.');
  return message('Compare the validation accuracy, over several seeds if it is close.');
}

/** As an experiment file in the reader's language. */
export function trialContent(
  { base, variants, note, lookAt: what }: AdvisedTrial,
  t: Translator,
): ExperimentContent {
  return {
    title: t(message('Which loss should I use?')),
    description: `${t(what)} ${t(note)}`,
    base,
    variants,
  };
}
