import { message, ratio, type Message } from '../../l10n.ts';
import type { ArmReading, Reading, StudyOutcome } from './judge.ts';
import { measures, type Measure } from './measures.ts';
import type { Expectation, Side, Study } from './study.ts';

export function outcomeLabel(outcome: StudyOutcome): Message {
  switch (outcome) {
    case 'reproduced':
      return message('Reproduced');
    case 'mixed':
      return message('Mixed');
    case 'not-reproduced':
      return message('Not reproduced');
    case 'open':
      return message('Open');
  }
}

/** How the expectations become an outcome, the same for every study. */
export const outcomeRule = message(
  'Each expectation holds or does not. “Above” and “times”: the mean of the paired differences or ratios over the seeds has to reach what it says, and its 95 % interval has to leave out “no difference”. “Apart” and “below”: the whole interval has to lie within what it says. A level is that of the mean. Reproduced if all hold, not reproduced if none does, else mixed.',
);

/** What has to be seen, as it was written down beforehand. */
export function criterion(study: Study, expectation: Expectation): Message {
  const { about } = expectation;
  const condition = conditionOf(study, expectation);
  return about === undefined ? condition : message('{about}: {condition}', { about, condition });
}

function conditionOf({ arms }: Study, expectation: Expectation): Message {
  const of = sideName(arms, expectation.of);
  if (expectation.kind === 'same-curve') {
    const parts = { of, than: sideName(arms, expectation.than), within: ratio(expectation.within) };
    return message('the validation loss of {of} and of {than} differs in no epoch by more than {within} of itself', parts); // prettier-ignore
  }
  const measure = measures[expectation.measure];
  const named = { measure: measure.label, of };
  switch (expectation.kind) {
    case 'above':
      return message('{measure}: {of} at least {by} above {than}', { ...named, than: sideName(arms, expectation.than), by: measure.difference(expectation.by) }); // prettier-ignore
    case 'times':
      return message('{measure}: {of} at least {by} times {than}', { ...named, than: sideName(arms, expectation.than), by: ratio(expectation.by) }); // prettier-ignore
    case 'alike':
      return message('{measure}: {of} and {than} at most {within} apart', { ...named, than: sideName(arms, expectation.than), within: measure.difference(expectation.within) }); // prettier-ignore
    case 'not-below':
      return message('{measure}: {of} at most {within} below {than}', { ...named, than: sideName(arms, expectation.than), within: measure.difference(expectation.within) }); // prettier-ignore
    case 'level':
      return boundText(expectation.side, { ...named, bound: measure.figure(expectation.bound) });
    case 'report':
      return message('{measure} of {of}: told for comparison, not judged', named);
  }
}

function boundText(side: 'least' | 'most', parts: NonNullable<Message['args']>): Message {
  return side === 'least'
    ? message('{measure}: {of} at least {bound}', parts)
    : message('{measure}: {of} at most {bound}', parts);
}

type Arms = Study['arms'];

function sideName(arms: Arms, side: Side): Message {
  if (typeof side === 'string') return nameOf(arms, side);
  return side.name;
}

function nameOf(arms: Arms, arm: string): Message {
  return arms[arm]?.name ?? message('{name}', { name: arm });
}

/** What was measured for an expectation. */
export function readingText(
  { arms }: Study,
  expectation: Expectation,
  { of, than, contrast }: Reading,
): Message {
  const { kind } = expectation;
  const measure = measures[kind === 'same-curve' ? 'validationCrossEntropy' : expectation.measure];
  const one = armText(arms, of, measure);
  if (contrast !== null && Number.isNaN(contrast.mean))
    return message('It cannot be read in every run of these arms.');
  if (than === null || contrast === null) return message('{one}.', { one });
  const both = { one, other: armText(arms, than, measure) };
  if (kind === 'same-curve')
    return message('{one}; {other}; the curves differ by {distance} of themselves at most.', { ...both, distance: ratio(contrast.mean) }); // prettier-ignore
  const write = kind === 'times' ? ratio : measure.difference;
  const parts = { ...both, mean: write(contrast.mean), low: write(contrast.low), high: write(contrast.high) }; // prettier-ignore
  return kind === 'times'
    ? message('{one}; {other}; {mean} times as much (95 %: {low} to {high}).', parts)
    : message('{one}; {other}; difference {mean} (95 %: {low} to {high}).', parts);
}

/** One seed has no spread. */
function armText(arms: Arms, { arm, mean, sd, count }: ArmReading, measure: Measure): Message {
  const named = { arm: nameOf(arms, arm), mean: measure.figure(mean) };
  if (count < 2) return message('{arm} {mean}', named);
  const parts = { ...named, sd: measure.difference(sd) };
  return message('{arm} {mean} ± {sd}', parts);
}
