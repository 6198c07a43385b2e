import type { JSX } from 'preact';
import { message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { momentName } from '../../plots/moments.ts';
import type { GradientView } from './view.ts';

/** The epoch of the flow, the histogram and the table: step 1 first; the last, until it is moved. */
export function MomentSlider({ choice, choose, moments }: GradientView): JSX.Element {
  const { t } = usePage();
  const { moment } = choice;
  const last = Math.max(0, moments.length - 1);
  const place = moment === null ? last : moments.indexOf(moment);
  const name = t(momentName(moments[place] ?? 0));
  return (
    <div class="moment-slider">
      <label>
        {t(message('Epoch'))}
        <input
          type="range"
          min={0}
          max={last}
          step={1}
          value={place}
          disabled={moments.length < 2}
          aria-valuetext={name}
          onInput={(event) =>
            choose({ moment: moments[event.currentTarget.valueAsNumber] ?? null })
          }
        />
      </label>
      <output>{name}</output>
      <button
        type="button"
        class="button"
        aria-pressed={moment === null}
        title={t(message('Follow each run to its last epoch'))}
        onClick={() => choose({ moment: null })}
      >
        {t(message('Latest'))}
      </button>
    </div>
  );
}
