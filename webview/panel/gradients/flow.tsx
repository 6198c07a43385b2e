import type { JSX } from 'preact';
import { PlotView } from '../../charts/plot-view.tsx';
import { flowPlot } from '../../plots/gradients.ts';
import { quantities } from '../../plots/quantities.ts';
import { layersOfAny } from '../../plots/quantity.ts';
import { epochVersion } from '../shown.ts';
import type { GradientView } from './view.ts';

/** The chosen quantity from the first layer to the output at the chosen epoch; nothing where no run has it. */
export function Flow({ runs, slots, choice }: GradientView): JSX.Element | null {
  const { quantity, moment } = choice;
  if (layersOfAny(runs, quantities[quantity]).length === 0) return null;
  return (
    <div class="plots">
      <PlotView
        version={`${quantity} ${moment ?? 'last'} ${epochVersion(runs)}`}
        build={() => flowPlot({ runs, slots }, quantities[quantity], moment)}
      />
    </div>
  );
}
