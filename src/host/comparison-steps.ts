import { parseSpec } from '../experiment/parse-spec.ts';
import type { LossSpec } from '../experiment/losses/loss-spec.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';
import type { Message, Translator } from '../l10n.ts';
import type { Extra } from './extras/extra.ts';
import { askNumber, askOne, type Choice, type Step } from './wizard.ts';

/* The kinds of question that a comparison is asked for with. */

export interface Answers {
  readonly spec: ExperimentSpec;
  readonly losses: readonly LossSpec[];
  readonly seeds: readonly number[];
  readonly extras: readonly Extra[];
}

type Change = Partial<ExperimentSpec>;

/** One of some choices, which changes the spec; the one that `isCurrent` is preset. */
export function choiceStep<T extends string | object>(
  prompt: Message,
  choices: (spec: ExperimentSpec) => Choice<T>[],
  isCurrent: (spec: ExperimentSpec, value: T) => boolean,
  change: (spec: ExperimentSpec, value: T) => Change,
  t: Translator,
): Step<Answers> {
  return {
    ask: async (answers, place) => {
      const { spec } = answers;
      const isActive = (value: T): boolean => isCurrent(spec, value);
      const value = await askOne(place, prompt, choices(spec), isActive, t);
      return typeof value === 'symbol' ? value : changed(answers, change(spec, value));
    },
  };
}

/** A number, which changes the spec; the current one is preset. */
export function numberStep(
  prompt: Message,
  current: (spec: ExperimentSpec) => number,
  change: (spec: ExperimentSpec, value: number) => Change,
  t: Translator,
): Step<Answers> {
  return {
    ask: async (answers, place) => {
      const { spec } = answers;
      const problem = (value: number): Message | undefined =>
        problemOf(changed(answers, change(spec, value)));
      const value = await askNumber(place, prompt, current(spec), problem, t);
      return typeof value === 'symbol' ? value : changed(answers, change(spec, value));
    },
  };
}

/** What `parseSpec` has against the spec with any of the losses: one set of rules for every way in. */
export function problemOf({ spec, losses }: Answers): Message | undefined {
  for (const loss of losses) {
    const parsed = parseSpec({ ...spec, loss });
    if (!parsed.ok) return parsed.errors[0]?.message;
  }
  return undefined;
}

function changed(answers: Answers, change: Change): Answers {
  return { ...answers, spec: { ...answers.spec, ...change } };
}
