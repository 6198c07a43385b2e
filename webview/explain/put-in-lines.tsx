import type { JSX } from 'preact';
import { message, ratio, type Message } from '../../src/l10n.ts';
import { reductionTex } from '../../src/experiment/losses/loss.ts';
import { Text } from '../parts/text.tsx';
import { useStore } from '../use-store.ts';
import { Formula } from './formula.tsx';
import { predictionNow, type Lens } from './lens.ts';
import { readLoss, type LensLoss } from './lens-loss.ts';
import { putIn, type Line } from './put-in.ts';
import { isBareSum } from './tex.ts';
import { texFigure } from './tex-figure.ts';

interface Props {
  readonly lens: Lens;
  readonly loss: LensLoss;
}

/** The loss's value and its pull with the numbers of the example put in, and what damps the pull. */
export function PutInLines({ lens, loss }: Props): JSX.Element {
  const moved = useStore(lens.margin, (of) => of);
  const prediction = predictionNow(lens, loss, moved);
  const { value, pull } = readLoss(loss, prediction);
  const lines = putIn(loss, prediction);
  const damping =
    lines?.undamped === undefined ? undefined : dampingOf(loss.factor * lines.undamped, pull);
  return (
    <div class="put-in">
      <Formula tex={lineTex('L', lines?.value, loss, value)} />
      <Formula tex={lineTex(pullTex, lines?.pull, loss, pull)} />
      {damping && (
        <p>
          <Text message={damping} />
        </p>
      )}
    </div>
  );
}

const pullTex = String.raw`\lVert \partial L/\partial z\rVert`;

/** "L = −ln p_y = −ln 0.002 = 6.21", as far as the loss has a short form. */
function lineTex(
  of: string,
  line: Line | undefined,
  { factor, spec }: LensLoss,
  result: number,
): string {
  const times = factor === 1 ? '' : reductionTex(spec.reduction);
  const steps = line === undefined ? [] : [line.symbols, line.numbers];
  const written = steps.filter((step) => step !== '').map((step) => scaled(times, step));
  return [of, ...written, texFigure(result)].join(' = ');
}

/** The factor goes behind a leading minus, and before brackets around a sum. */
function scaled(times: string, step: string): string {
  if (times === '') return step;
  if (isBareSum(step)) return `${times}\\,\\bigl(${step}\\bigr)`;
  return step.startsWith('-') ? `-${times}\\,${step.slice(1)}` : `${times}\\,${step}`;
}

function dampingOf(without: number, pull: number): Message {
  return message(
    'Without the derivative of the output the pull would be {without}; it lets {share} % of that through.',
    {
      without: ratio(without),
      share: ratio((100 * pull) / without),
    },
  );
}
