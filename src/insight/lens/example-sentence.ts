import type { Activation } from '../../experiment/losses/loss.ts';
import { message, percent, ratio, type Message, type MessageArg } from '../../l10n.ts';
import { outcomeOf, type Outcome } from './outcome-shares.ts';

/** What a run makes of one example, and how strongly its loss and others pull on the same logits. */
export interface ExampleFacts {
  readonly run: string;
  readonly activation: Activation;
  readonly margin: number;
  /** The class of the largest logit, and what the model gives it and the label. */
  readonly predicted: MessageArg;
  readonly ofPredicted: number;
  readonly ofLabel: number;
  readonly own: NamedPull;
  /** Of the other losses. */
  readonly others: readonly NamedPull[];
}

export interface NamedPull {
  readonly loss: Message;
  /** ‖∂L/∂z‖ */
  readonly pull: number;
}

/** Pulling less than this part of what another loss would, a loss is said to hardly pull. */
const hardly = 0.1;

/** From which probability of its prediction on a model is said to be sure. */
const sure = 0.9;

/** What the numbers of an example come to; only what they support is said. */
export function exampleSentences(facts: ExampleFacts): Message[] {
  const outcome = outcomeOf(facts.margin, facts.activation);
  if (outcome === undefined) return [];
  return [verdict(facts, outcome), ...pullSentence(facts, outcome)];
}

function verdict(facts: ExampleFacts, outcome: Outcome): Message {
  const { run, predicted, activation } = facts;
  const figure = activation === 'linear' ? ratio : percent;
  const args = {
    run,
    class: predicted,
    predicted: figure(facts.ofPredicted),
    label: figure(facts.ofLabel),
  };
  const isSure = activation !== 'linear' && facts.ofPredicted >= sure;
  switch (outcome) {
    case 'far':
      if (!isSure)
        return message('{run} is wrong by far: {class} {predicted}, the label {label}.', args);
      return message(
        '{run} is wrong and sure of it: {class} {predicted}, the label {label}.',
        args,
      );
    case 'wrong':
      return message('{run} is wrong: {class} {predicted}, the label {label}.', args);
    case 'right':
      return message('{run} is right: the label {label}.', args);
  }
}

/** Its own loss against the one of the others that would pull the most. */
function pullSentence({ own, others }: ExampleFacts, outcome: Outcome): Message[] {
  const strongest = others.reduce<NamedPull | undefined>(
    (most, each) => (most === undefined || each.pull > most.pull ? each : most),
    undefined,
  );
  const quotient = strongest === undefined ? NaN : own.pull / strongest.pull;
  if (strongest === undefined || !Number.isFinite(quotient)) return [];
  if (quotient >= 1)
    return [
      message('Its loss pulls {times} times as strongly as {other} would on the same logits.', {
        times: ratio(quotient),
        other: strongest.loss,
      }),
    ];
  const args = { share: ratio(100 * quotient), other: strongest.loss };
  return [
    outcome !== 'right' && quotient < hardly
      ? message(
          'Yet its loss hardly pulls: {share} % as strongly as {other} would on the same logits.',
          args,
        )
      : message('Its loss pulls {share} % as strongly as {other} would on the same logits.', args),
  ];
}
