import type { JSX } from 'preact';
import { lossLabel } from '../../src/experiment/names.ts';
import { listing, message, ratio, type Message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';
import { Text } from '../parts/text.tsx';
import { reach } from '../plots/pull.ts';
import { useStore } from '../use-store.ts';
import { marginNow, predictionNow, type Lens } from './lens.ts';
import { readLoss } from './lens-loss.ts';

/** The chosen margin for keys and for those who do not see the line, with what each loss has there. */
export function MarginSlider({ lens }: { readonly lens: Lens }): JSX.Element {
  const { t } = usePage();
  const moved = useStore(lens.margin, (of) => of);
  const margin = marginNow(lens, moved);
  const told = readings(lens, moved, margin);
  const isReal = moved === null && lens.example !== undefined;
  return (
    <div class="margin-slider">
      <label>
        <span>{t(message('Margin'))}</span>
        <input
          type="range"
          min={-reach}
          max={reach}
          step={0.05}
          value={margin}
          aria-valuetext={t(told)}
          onInput={(event) => lens.margin.set(event.currentTarget.valueAsNumber)}
        />
      </label>
      <p class="margin-words">
        <span aria-hidden="true">{t(message('◂ wrong · right ▸'))}</span>
        <span>{t(message('Drag the line, or ← →'))}</span>
      </p>
      <p class="margin-told">
        <Text message={told} />
      </p>
      <p class="margin-of">
        {isReal
          ? t(
              message(
                'Filled dots: this example, exactly. Rings: the curves, of a made-up example at the same margin.',
              ),
            )
          : t(message('A made-up example at this margin.'))}
        {!isReal && lens.example !== undefined && (
          <button type="button" class="link" onClick={() => lens.margin.set(null)}>
            {t(message('Back to the example'))}
          </button>
        )}
      </p>
    </div>
  );
}

function readings(lens: Lens, moved: number | null, margin: number): Message {
  const pulls = lens.losses.map((loss) =>
    message('{loss} {value}', {
      loss: lossLabel(loss.spec),
      value: ratio(readLoss(loss, predictionNow(lens, loss, moved)).pull),
    }),
  );
  return message('At margin {margin}, the pull: {readings}.', {
    margin: ratio(margin),
    readings: listing(pulls) ?? '',
  });
}
