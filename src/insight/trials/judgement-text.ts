import { count, listing, message, type Message } from '../../l10n.ts';
import { epochsDone } from '../../run/figures.ts';
import { isActive, type Run } from '../../run/run.ts';
import { rules } from '../rules/catalogue.ts';
import type { Reading } from '../rules/rule.ts';
import type { Judgement, Verdict } from './judge.ts';
import { predictionText } from './prediction-text.ts';
import type { Outcome } from './success.ts';
import type { Trial } from './trial.ts';

/** What became of a trial in sentences, each with what was measured. */
export interface JudgementText {
  readonly label: Message;
  readonly predicted: Message | undefined;
  readonly measured: Message | undefined;
  readonly conclusion: Message;
}

export const verdictLabels: Record<Verdict, Message> = {
  confirmed: message('The prediction came true'),
  refuted: message('The prediction did not come true'),
  partly: message('The prediction came true in part'),
  open: message('Not yet decided'),
};

export function judgementText(trial: Trial, judgement: Judgement): JudgementText {
  const { before } = judgement;
  return {
    label: verdictLabels[judgement.verdict],
    predicted: before && predictionText(trial.rule, before),
    measured: measuredText(trial, judgement),
    conclusion: conclusion(trial, judgement),
  };
}

function measuredText({ rule }: Trial, { before, after, outcome, epochs }: Judgement) {
  const parts = [
    ...(before ? [quantityText(rules[rule].quantity, before, after)] : []),
    ...(outcome ? [outcomeText(outcome)] : []),
  ];
  const figures = listing(parts);
  if (figures === undefined) return undefined;
  return epochs.before === epochs.after
    ? message('Measured: {figures}, by epoch {epoch} of both.', { figures, epoch: count(epochs.after) })
    : message('Measured: {figures}, by epoch {first} of the first run and {second} of the trial.', {
        figures,
        first: count(epochs.before),
        second: count(epochs.after),
      });
} // prettier-ignore

function quantityText(quantity: Message, before: Reading, after: Reading | undefined): Message {
  const from = before.value;
  if (after === undefined)
    return message('{quantity} {from} → not measured in the trial', { quantity, from });
  const parts = { quantity, from, to: after.value, first: before.limit, second: after.limit };
  return before.limit.value === after.limit.value
    ? message('{quantity} {from} → {to}', parts)
    : message('{quantity} {from} → {to} (where {first} and {second} are the limits)', parts);
}

function outcomeText({ measure, before, after }: Outcome): Message {
  const parts = {
    from: before.value,
    to: after.value,
    first: count(before.epoch),
    second: count(after.epoch),
  };
  switch (measure) {
    case 'accuracy':
      return message('best validation accuracy {from} (epoch {first}) → {to} (epoch {second})', parts);
    case 'balanced-accuracy':
      return message('best mean recall of the classes {from} (epoch {first}) → {to} (epoch {second})', parts);
    case 'loss':
      return message('last validation loss {from} → {to}', parts);
    case 'cross-entropy':
      return message('last validation cross-entropy {from} → {to}', parts);
  }
} // prettier-ignore

function conclusion({ of, run }: Trial, { verdict, after }: Judgement): Message {
  if (verdict === 'open') return openText(of, run);
  if (run.state === 'diverged') return message('The trial diverged.');
  switch (verdict) {
    case 'confirmed':
      return message('That speaks for the explanation.');
    case 'refuted':
      return message('That speaks against the explanation, or for another cause beside it.');
    case 'partly':
      return partText(after);
  }
}

function partText(after: Reading | undefined): Message {
  if (after?.isBeyond === false)
    return message(
      'The alarm is gone, yet the result is worse. So this symptom was not, or not alone, what held the training back.',
    );
  return after === undefined
    ? message('The result is better, but whether the alarm is gone cannot be told.')
    : message(
        'The result is better, yet the alarm stays. So the change helps in another way, or too weakly to end it.',
      );
}

function openText(of: Run, run: Run): Message {
  const { state, identity } = run;
  if (state === 'completed' && isActive(of.state))
    return message('The trial is done; the first run still trains.');
  if (!isActive(state)) return message('The trial ended before it could tell.');
  const done = epochsDone(run);
  if (done === 0) return message('The trial has not ended an epoch yet.');
  return message('Still training: epoch {done} of {epochs}.', {
    done: count(done),
    epochs: count(identity.spec.epochs),
  });
}
