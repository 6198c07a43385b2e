import type { JSX } from 'preact';
import { progressOf, sweepsOf } from '../../../src/insight/fair/sweeps.ts';
import type { Pair } from '../../../src/insight/verdict/arms.ts';
import type { Decision } from '../../../src/insight/verdict/decision.ts';
import { count, message, type Message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { Controls } from '../../parts/controls.tsx';
import type { Shown } from '../shown.ts';
import { SweepFigure } from './sweep-figure.tsx';

interface Props {
  readonly pair: Pair;
  readonly decision: Decision;
  readonly shown: Shown;
}

/** The comparison that gives each loss its own rate: the button, how far it is, and what it found. */
export function FairSection({ pair, decision, shown }: Props): JSX.Element {
  const { t, choices, choose, runs } = usePage();
  const sweeps = sweepsOf(pair, runs());
  return (
    <section>
      <h3>{t(message('A fair comparison'))}</h3>
      <Standing pair={pair} decision={decision} />
      {sweeps.length > 0 && (
        <>
          <SweepFigure sweeps={sweeps} pair={pair} shown={shown} />
          <label class="verdict-sweeps">
            <input
              type="checkbox"
              checked={choices.sweeps}
              onChange={() => choose({ sweeps: !choices.sweeps })}
            />
            {t(message('Show the runs of the sweep in list and charts'))}
          </label>
        </>
      )}
    </section>
  );
}

function Standing({ pair, decision }: Omit<Props, 'shown'>): JSX.Element {
  const { t, post, runs } = usePage();
  const progress = progressOf(runs());
  if (progress !== undefined) {
    return (
      <div class="verdict-progress">
        <p role="status">{t(stage(progress))}</p>
        <progress value={progress.done} max={progress.all} aria-label={t(stage(progress))} />
        <Controls runs={progress.active} of={message('the fair comparison')} />
      </div>
    );
  }
  const isDone = decision.rates.kind === 'tuned';
  const runIds = [pair.a, pair.b].flatMap(({ runs: [run] }) => run?.identity.id ?? []);
  return (
    <>
      <p class="note">{t(isDone ? found : offer)}</p>
      {!isDone && (
        <button type="button" class="button primary" onClick={() => post({ type: 'fair', runIds })}>
          {t(message('Compare Fairly: a Rate for Each Loss…'))}
        </button>
      )}
    </>
  );
}

const offer: Message = message(
  'Gradients of different losses differ in scale, so one learning rate can favour one of them. A short sweep finds each its own rate; then both are trained with it, over several seeds.',
);
const found: Message = message(
  'Each loss has the rate that a short sweep found for it: the one with the best validation accuracy.',
);

function stage({ purpose, done, all }: NonNullable<ReturnType<typeof progressOf>>): Message {
  const parts = { done: count(done), all: count(all) };
  return purpose === 'sweep'
    ? message('Sweep of learning rates: {done} of {all} runs', parts)
    : message('Final runs: {done} of {all}', parts);
}
