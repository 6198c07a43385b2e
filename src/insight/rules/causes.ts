import type { RuleName } from './catalogue.ts';

/** What a fault brings about besides: it is to be mended first, and what it brought about may go with it. */
const effects: Readonly<Partial<Record<RuleName, readonly RuleName[]>>> = {
  'poor-initialisation': [
    'divergence',
    'no-first-gradient',
    'exploding-gradient',
    'rate-too-high',
    'vanishing-gradient',
    'dead-relu',
    'saturation',
    'prior-plateau',
    'squared-error-plateau',
    'stuck-loss',
    'rate-too-low',
    'update-too-large',
    'wrong-start',
    'class-failure',
  ],
};

/** What may have brought a symptom about, among what else was found in the same run. */
export function causeOf(symptom: RuleName, found: readonly RuleName[]): RuleName | undefined {
  return found.find((rule) => effects[rule]?.includes(symptom));
}
