import { experimentText } from '../../experiment/experiment-text.ts';
import { isMessage, type Translator } from '../../l10n.ts';
import { advise } from './advise.ts';
import type { Answers } from './answers.ts';
import { trialContent } from './trial.ts';

/** The experiment file that settles the advice on these answers; undefined where Loss Lab has none. */
export function trialText(answers: Answers, t: Translator): string | undefined {
  const { trial } = advise(answers);
  return isMessage(trial) ? undefined : experimentText(trialContent(trial, t));
}
