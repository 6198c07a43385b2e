import type { JSX } from 'preact';
import { PlotView } from '../../charts/plot-view.tsx';
import { flowPlot } from '../../plots/gradients.ts';
import { quantities } from '../../plots/quantities.ts';
import { epochVersion } from '../shown.ts';
import type { GradientView } from './view.ts';

/** The chosen quantity from the first layer to the output at the chosen epoch. */
export function Flow({ runs, slots, choice }: GradientView): JSX.Element {
  const { quantity, moment } = choice;
  return (
    <PlotView
      version={`${quantity} ${moment ?? 'last'} ${epochVersion(runs)}`}
      build={() => flowPlot({ runs, slots }, quantities[quantity], moment)}
    />
  );
}
