import { useMemo } from 'preact/hooks';
import { usePage } from '../../context.ts';
import type { GradientChoice } from '../../gradient-choice.ts';
import { momentsOf, nearestMoment, type Moment } from '../../plots/moments.ts';
import { epochVersion, type Shown } from '../shown.ts';

/** What the parts of the tab show. */
export interface GradientView extends Shown {
  /** Its moment is one that a run has measured, or null. */
  readonly choice: GradientChoice;
  readonly choose: (change: Partial<GradientChoice>) => void;
  readonly moments: readonly Moment[];
}

/** What a person chose, as far as the runs shown have it. */
export function useGradientView(shown: Shown): GradientView {
  const { choices, choose } = usePage();
  const kept = choices.gradients;
  const moments = useMemo(() => momentsOf(shown.runs), [epochVersion(shown.runs)]);
  const moment = kept.moment === null ? null : nearestMoment(moments, kept.moment);
  return {
    ...shown,
    moments,
    choice: { ...kept, moment },
    choose: (change) => choose({ gradients: { ...kept, ...change } }),
  };
}
