import { adHocModels, compareModel } from './models.ts';
import { compareHistogram, compareSums, compareUpdate } from './parameters.ts';
import { compareLossGradient, compareRulers } from './losses.ts';
import { agree, divergeAlike } from './agreement.ts';
import { heldOverSteps } from './memory.ts';
import { loseContext, loseForGood } from './lost-context.ts';
import { refused } from './fallback.ts';

/* What the tests ask for by name, in a Web Worker as in a host without Node. */
const cases = {
  adHocModels: () => Promise.resolve(Object.keys(adHocModels)),
  compareModel,
  compareUpdate,
  compareSums,
  compareHistogram,
  compareLossGradient,
  compareRulers,
  agree,
  divergeAlike,
  heldOverSteps,
  loseContext,
  loseForGood,
  refused,
};

export type Cases = typeof cases;

interface Call {
  readonly name: keyof Cases;
  readonly args: readonly unknown[];
}

addEventListener('message', ({ data }: MessageEvent<Call>) => {
  const called: (...args: never[]) => Promise<unknown> = cases[data.name];
  called(...(data.args as never[])).then(
    (value: unknown) => postMessage({ value }),
    (error: unknown) =>
      postMessage({ error: error instanceof Error ? error.stack : String(error) }),
  );
});
