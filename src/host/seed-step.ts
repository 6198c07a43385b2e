import { parseSeeds, seedsProblem } from '../experiment/seeds.ts';
import { message, type Translator } from '../l10n.ts';
import type { Answers } from './comparison-steps.ts';
import { askText, type Step } from './wizard.ts';

/** One seed or several: of each experiment a run a seed. */
export function seedStep(t: Translator): Step<Answers> {
  const prompt = message(
    'Seed: decides initial weights and data order; several, as 1, 2, 3 or 1-5, give a run each',
  );
  return {
    ask: async (answers, place) => {
      const text = await askText(place, prompt, answers.seeds.join(', '), seedsProblem, t);
      if (typeof text === 'symbol') return text;
      const parsed = parseSeeds(text);
      return parsed.ok ? { ...answers, seeds: parsed.seeds } : answers;
    },
  };
}
