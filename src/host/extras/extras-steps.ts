import { message, type Translator } from '../../l10n.ts';
import { problemOf, type Answers } from '../comparison-steps.ts';
import type { Extra } from './extra.ts';
import { extras } from './extras.ts';
import { askMany, askNumber, type Step } from '../wizard.ts';

/** Asks whether there is to be anything more, and then for the number of what has one. */
export function extrasSteps(t: Translator): Step<Answers>[] {
  return [pickStep(t), ...extras.flatMap((extra) => numberStepOf(extra, t))];
}

function pickStep(t: Translator): Step<Answers> {
  return {
    ask: async (answers, place) => {
      const fitting = extras.filter((extra) => extra.fits?.(answers.spec) ?? true);
      const choices = fitting.map((extra) => {
        const { label, detail } = extra;
        return { label, detail, value: extra };
      });
      const prompt = message('Anything more? Pick none to go on');
      const picked = await askMany(place, prompt, choices, () => false, t, 0);
      if (typeof picked === 'symbol') return picked;
      const plain = picked.filter(({ number }) => number === undefined);
      const whole = plain.reduce((sofar, extra) => withExtra(sofar, extra, 1), answers);
      return { ...whole, extras: picked };
    },
  };
}

function withExtra(answers: Answers, extra: Extra, value: number): Answers {
  return {
    ...answers,
    spec: extra.apply(answers.spec, value),
    losses: answers.losses.map((loss) => extra.ofLoss?.(loss, value) ?? loss),
  };
}

function numberStepOf(extra: Extra, t: Translator): Step<Answers>[] {
  const { number } = extra;
  if (number === undefined) return [];
  return [
    {
      applies: (answers) => answers.extras.includes(extra),
      ask: async (answers, place) => {
        const withIt = (value: number): Answers => withExtra(answers, extra, value);
        const problem = (value: number) => problemOf(withIt(value));
        const value = await askNumber(place, number.prompt, number.preset, problem, t);
        return typeof value === 'symbol' ? value : withIt(value);
      },
    },
  ];
}
