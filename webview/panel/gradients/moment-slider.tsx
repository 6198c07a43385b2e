import type { JSX } from 'preact';
import { usePage } from '../../context.ts';
import { EpochSlider } from '../../parts/epoch-slider.tsx';
import { momentName } from '../../plots/moments.ts';
import type { GradientView } from './view.ts';

/** The epoch of the flow, the histogram and the table: step 1 first; the last, until it is moved. */
export function MomentSlider({ choice, choose, moments }: GradientView): JSX.Element {
  const { t } = usePage();
  const { moment } = choice;
  const last = Math.max(0, moments.length - 1);
  const place = moment === null ? last : moments.indexOf(moment);
  return (
    <div class="moment-slider">
      <EpochSlider
        count={moments.length}
        place={place}
        name={t(momentName(moments[place] ?? 0))}
        isLatest={moment === null}
        onMove={(to) => choose({ moment: moments[to] ?? null })}
        onLatest={() => choose({ moment: null })}
      />
    </div>
  );
}
