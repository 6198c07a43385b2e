import type { Message } from '../../l10n.ts';
import type { AdvisedLoss, Claim, Code } from './advised-loss.ts';
import { settled, type Answers, type Output } from './answers.ts';
import { mistakesFor } from './mistakes.ts';
import { problems } from './problems/catalogue.ts';
import { trialOf, type AdvisedTrial } from './trial.ts';

/** Which losses to use, the first choice first, and what to look out for. */
export interface Advice {
  /** To every question that was asked; what was not is as usual. */
  readonly answers: Answers;
  /** Two or three. */
  readonly choices: readonly AdvisedChoice[];
  readonly mistakes: readonly Message[];
  /** What would settle the choice in Loss Lab, or why nothing there can. */
  readonly trial: AdvisedTrial | Message;
}

export interface AdvisedChoice {
  readonly loss: AdvisedLoss;
  readonly reason: Claim;
  readonly code: Code;
  /** What the code is applied to. */
  readonly input: Output;
  /** Whether the last layer has to put out something else than it does. */
  readonly needsOtherOutput: boolean;
}

const mostChoices = 3;

export function advise(given: Answers): Advice {
  const answers = settled(given);
  const { rules, trial } = problems[answers.problem];
  const chosen = new Map<AdvisedLoss, AdvisedChoice>();
  for (const { loss, when, reason } of rules) {
    if (chosen.size < mostChoices && !chosen.has(loss) && when(answers))
      chosen.set(loss, { loss, reason, ...codeFor(loss, answers.output) });
  }
  const choices = [...chosen.values()];
  return {
    answers,
    choices,
    mistakes: mistakesFor(answers),
    trial: trialOf(trial, choices, answers),
  };
}

/** Lines for what the model puts out; else those for what the loss takes best. */
function codeFor(
  { code, appliesTo }: AdvisedLoss,
  output: Output,
): Pick<AdvisedChoice, 'code' | 'input' | 'needsOtherOutput'> {
  const own = code[output] && output;
  // Without an activation, both are the same numbers.
  const alike = output === 'logits' ? 'linear' : output === 'linear' ? 'logits' : undefined;
  const input = own ?? (alike && code[alike] && alike);
  if (input !== undefined) return withCode(code, input, false);
  const [best = 'logits'] = outputs.filter((each) => code[each]);
  return withCode(code, best, appliesTo === undefined);
}

const outputs = ['logits', 'linear', 'sigmoid', 'softmax'] as const satisfies readonly Output[];

function withCode(
  code: AdvisedLoss['code'],
  input: Output,
  needsOtherOutput: boolean,
): Pick<AdvisedChoice, 'code' | 'input' | 'needsOtherOutput'> {
  const lines = code[input];
  if (lines === undefined) throw new Error('A loss without code');
  return { code: lines, input, needsOtherOutput };
}
