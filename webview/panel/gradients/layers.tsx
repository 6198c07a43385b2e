import type { JSX } from 'preact';
import { message, type Message } from '../../../src/l10n.ts';
import { PlotView } from '../../charts/plot-view.tsx';
import { usePage } from '../../context.ts';
import { layerNames, layerPlot } from '../../plots/gradients.ts';
import { quantities, type QuantityName } from '../../plots/quantities.ts';
import { layersOfAny } from '../../plots/quantity.ts';
import { spreadPlot } from '../../plots/spread.ts';
import { epochVersion } from '../shown.ts';
import { useDrawing } from '../use-drawing.ts';
import type { GradientView } from './view.ts';

/** The chosen quantity of each layer over the epochs, as lines. */
export function Layers({ choice, ...shown }: GradientView): JSX.Element | null {
  const { t } = usePage();
  const { quantity } = choice;
  const { runs } = shown;
  const drawing = useDrawing(shown);
  const version = `${quantity} ${drawing.version} ${epochVersion(runs)}`;
  const build = (layer: number) => () =>
    quantity === 'spread'
      ? spreadPlot(layer, drawing)
      : layerPlot(layer, drawing, quantities[quantity]);
  const names = layerNames(runs);
  const layers = layersOfAny(runs, quantities[quantity]);
  if (layers.length === 0) return null;
  return (
    <section>
      <h2>{t(message('Layer by layer'))}</h2>
      <p class="note">{t(scaleNote(quantity))}</p>
      <div class="plots small">
        {layers.map((layer) => (
          <PlotView key={`${layer} ${names[layer]}`} version={version} build={build(layer)} />
        ))}
      </div>
    </section>
  );
}

function scaleNote(quantity: QuantityName): Message {
  switch (quantity) {
    case 'spread':
      return message(
        'The mean, and a band of one standard deviation to either side. Each layer has a scale of its own.',
      );
    case 'zeros':
    case 'units':
      return message('All layers and runs share one scale.');
    default:
      return message('All layers and runs share one log scale.');
  }
}
