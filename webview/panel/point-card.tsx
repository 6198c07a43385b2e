import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { count, message } from '../../src/l10n.ts';
import { epochOfStep } from '../../src/run/at-step.ts';
import type { Run } from '../../src/run/run.ts';
import { usePage } from '../context.ts';
import { Swatch } from '../parts/swatch.tsx';
import { Text } from '../parts/text.tsx';
import type { Point } from './point.ts';
import { PointFigures } from './point-figures.tsx';
import { PointImages } from './point-images.tsx';
import { slotOf, type Shown } from './shown.ts';
import { usePoint } from './use-point.ts';

/** What happened at the step that was chosen; nothing while none of the shown runs has it. */
export function PointCard(shown: Shown): JSX.Element | null {
  const { choices, choose } = usePage();
  const { point } = choices;
  const run = shown.runs.find(({ identity }) => identity.id === point?.runId);
  if (point === null || run === undefined) return null;
  return (
    <Card
      key={`${point.runId} ${point.step}`}
      run={run}
      point={point}
      shown={shown}
      onClose={() => choose({ point: null })}
    />
  );
}

interface Props {
  readonly run: Run;
  readonly point: Point;
  readonly shown: Shown;
  readonly onClose: () => void;
}

/** Takes the focus, and gives it back to where it was; Escape closes it. */
function Card({ run, point, shown, onClose }: Props): JSX.Element {
  const { t } = usePage();
  const card = useFocus(point.isFound === true);
  const { answer, refusal } = usePoint(point);
  const { step } = point;
  const epoch = epochOfStep(run, step) ?? NaN;
  const place = { step: count(step), epoch: count(epoch), epochs: count(run.identity.spec.epochs) };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <section
      class="card point-card"
      role="dialog"
      aria-labelledby="point-title"
      tabIndex={-1}
      ref={card}
      onKeyDown={onKeyDown}
    >
      <header>
        <h2 id="point-title">
          <Swatch slot={slotOf(shown, run)} />
          {run.identity.name}
        </h2>
        <p>
          <Text message={message('step {step}, in epoch {epoch} of {epochs}', place)} />
        </p>
        <button type="button" class="button" onClick={onClose}>
          {t(message('Close'))}
        </button>
      </header>
      <div class="point-body">
        <PointFigures run={run} epoch={epoch} answer={answer} />
        {refusal ? (
          <p class="note">{t(refusal)}</p>
        ) : (
          answer && <PointImages run={run} answer={answer} />
        )}
      </div>
    </section>
  );
}

/** @param stays whether what is in sight stays there */
function useFocus(stays: boolean): RefObject<HTMLElement | null> {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    card.current?.focus({ preventScroll: stays });
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return card;
}
