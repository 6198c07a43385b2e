import type { StudyOutcome } from '../../insight/studies/judge.ts';
import type { Run } from '../../run/run.ts';
import { ink, legend, linePlot, runColour, short, type Axis, type Point } from './svg.ts';

/* What each step of the walkthrough shows. All curves are of runs or of formulas. */

const percents: Axis = { from: 0, to: 1, ticks: [[0, '0 %'], [0.5, '50 %'], [1, '100 %']] }; // prettier-ignore

/** Validation accuracy by epoch of the two losses. */
export function accuracyPicture(pair: readonly Run[]): string[] {
  const accuracies = ({ epochs }: Run): Point[] => zip(epochs.epoch, epochs.validation.accuracy);
  return linePlot(epochAxis(pair), percents, pairLines(pair, accuracies));
}

/** Norm of the output layer's gradient by epoch, as a mean over the epoch's steps. */
export function gradientPicture(pair: readonly Run[]): string[] {
  const norms = ({ gradients }: Run): Point[] =>
    zip(
      gradients.epoch,
      (gradients.layers.at(-1) ?? []).map(({ norm }) => norm),
    );
  return linePlot(epochAxis(pair), decades(-2, 1), pairLines(pair, norms));
}

/** ‖∂L/∂z‖ of two classes over the margin m, p = σ(m): √2 (1 − p) and 4√2 p (1 − p)². */
export function pullPicture(): string[] {
  const margins = Array.from({ length: 101 }, (_, index) => -10 + index / 5);
  const over = (pull: (p: number) => number): Point[] =>
    margins.map((margin) => [margin, pull(1 / (1 + Math.exp(-margin)))]);
  const x: Axis = { from: -10, to: 10, ticks: [[-10, '−10'], [0, '0'], [10, '10']] }; // prettier-ignore
  const y: Axis = { from: 0, to: 1.5, ticks: [[0, '0'], [0.5, '0.5'], [1, '1'], [1.5, '1.5']] }; // prettier-ignore
  const drawn: readonly Drawn[] = [
    [over((p) => Math.SQRT2 * (1 - p)), '‖p − y‖'],
    [over((p) => 4 * Math.SQRT2 * p * (1 - p) ** 2), '2 ‖J (p − y)‖'],
  ];
  return withLegend(x, y, drawn);
}

/** Accuracy after a few epochs over the learning rate: each loss has a best one of its own. */
export function ratesPicture(sweeps: readonly (readonly Run[])[]): string[] {
  const rates = sweeps.flat().map(({ identity }) => identity.spec.optimizer.learningRate);
  const [from, to] = [Math.min(...rates), Math.max(...rates)];
  const decadesOf = [0.01, 0.1, 1, 10].filter((rate) => rate >= from && rate <= to);
  const x: Axis = { from, to, isLog: true, ticks: decadesOf.map((rate) => [rate, String(rate)]) };
  const last = ({ identity, epochs }: Run): Point => [
    identity.spec.optimizer.learningRate,
    epochs.validation.accuracy.at(-1) ?? NaN,
  ];
  return linePlot(x, percents, sweeps.map((sweep, place) => ({
    points: sweep.map(last), colour: runColour(place), symbol: symbols[place] ?? '',
  }))); // prettier-ignore
}

/** Norm of the gradient by layer at step 1, from the output on the left to the first layer. */
export function depthPicture(runs: readonly Run[], names: readonly string[]): string[] {
  const layers = Math.max(...runs.map(({ gradients }) => gradients.firstStep?.length ?? 0));
  const x: Axis = { from: 0, to: layers - 1, ticks: [[0, String(layers)], [layers - 1, '1']] }; // prettier-ignore
  return linePlot(x, decades(-5, 1), runs.map(({ gradients }, place) => ({
    points: (gradients.firstStep ?? []).toReversed().map(({ norm }, index): Point => [index, norm]),
    colour: runColour(place), symbol: names[place] ?? '',
  }))); // prettier-ignore
}

/** Cross-entropy of the training images, which falls, and of the others, which does not. */
export function noisePicture(run: Run): string[] {
  const { epoch, train, validation } = run.epochs;
  const of = (losses: readonly number[]): Point[] =>
    zip(epoch, losses).filter(([at, loss]) => loss > 0 && at % 10 === 0);
  return linePlot(epochAxis([run]), decades(-4, 1), [
    { points: of(validation.losses['cross-entropy']), colour: runColour(0), symbol: '' },
    { points: of(train.losses['cross-entropy']), colour: runColour(0), symbol: '', isDashed: true },
  ]); // prettier-ignore
}

const marks: Readonly<Record<StudyOutcome, string>> = {
  open: '·',
  reproduced: '✓',
  mixed: '~',
  'not-reproduced': '✗',
};

/** What came out of each study, a mark each. */
export function studiesPicture(outcomes: readonly StudyOutcome[]): string[] {
  const columns = 5;
  return outcomes.flatMap((outcome, index) => {
    const [x, y] = [80 + (index % columns) * 80, 60 + Math.floor(index / columns) * 90];
    const circle = `<circle cx="${short(x)}" cy="${short(y)}" r="30" fill="none" stroke="${ink}" stroke-opacity="0.35" stroke-width="1.5"/>`;
    const mark = `<text x="${short(x)}" y="${short(y + 9)}" text-anchor="middle" font-size="27">${marks[outcome]}</text>`;
    return [circle, mark];
  });
}

/** What an example of two classes costs by the probability p of its own: −ln p and 2 (1 − p)². */
export function lossesPicture(): string[] {
  const shares = Array.from({ length: 99 }, (_, index) => (index + 1) / 100);
  const over = (loss: (p: number) => number): Point[] => shares.map((p) => [p, loss(p)]);
  const x: Axis = { from: 0, to: 1, ticks: [[0, '0'], [0.5, 'p'], [1, '1']] }; // prettier-ignore
  const y: Axis = { from: 0, to: 4, ticks: [[0, '0'], [2, '2'], [4, '4']] }; // prettier-ignore
  return withLegend(x, y, [
    [over((p) => -Math.log(p)), '−ln p'],
    [over((p) => 2 * (1 - p) ** 2), '2 (1 − p)²'],
  ]);
}

type Drawn = readonly [points: readonly Point[], formula: string];

/** Every other line is dashed, in the legend too. */
function withLegend(x: Axis, y: Axis, drawn: readonly Drawn[]): string[] {
  const isDashed = (place: number): boolean => place % 2 === 1;
  const lines = drawn.map(([points], place) => ({
    points: points.filter(([, value]) => value <= y.to),
    colour: runColour(place), symbol: '', isDashed: isDashed(place),
  })); // prettier-ignore
  const entries = drawn.map(
    ([, formula], place) =>
      [`${formula} ${isDashed(place) ? '╌' : '—'}`, runColour(place)] as const,
  );
  return [...linePlot(x, y, lines), ...legend(entries)];
}

const symbols = ['CE', 'MSE'] as const;

function pairLines(pair: readonly Run[], points: (run: Run) => readonly Point[]) {
  return pair.map((run, place) => ({
    points: points(run),
    colour: runColour(place),
    symbol: symbols[place] ?? '',
  }));
}

function zip(xs: readonly number[], ys: readonly number[]): Point[] {
  return xs.map((x, index) => [x, ys[index] ?? NaN]);
}

function epochAxis(runs: readonly Run[]): Axis {
  const last = Math.max(...runs.map(({ epochs }) => epochs.epoch.at(-1) ?? 0));
  return { from: 0, to: last, ticks: [[0, '0'], [last / 2, String(last / 2)], [last, String(last)]] }; // prettier-ignore
}

const superscript = (digits: number): string =>
  String(digits)
    .replace('-', '⁻')
    .replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '');

/** A logarithmic axis with at most five of its powers of ten written. */
function decades(from: number, to: number): Axis {
  const step = Math.ceil((to - from) / 4);
  const powers: number[] = [];
  for (let power = from; power <= to; power += step) powers.push(power);
  return {
    from: 10 ** from,
    to: 10 ** to,
    isLog: true,
    ticks: powers.map((power) => [10 ** power, `10${superscript(power)}`]),
  };
}
