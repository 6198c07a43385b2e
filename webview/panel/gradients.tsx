import type { JSX } from 'preact';
import { message } from '../../src/l10n.ts';
import { PlotView } from '../charts/plot-view.tsx';
import { usePage } from '../context.ts';
import { flowPlot, layerNames, layerPlot } from '../plots/gradients.ts';
import { GradientTable } from './gradient-table.tsx';
import { epochVersion, type Shown } from './shown.ts';

/** How strong the gradient is at each layer, and how that changes over the epochs. */
export function Gradients(shown: Shown): JSX.Element {
  const { t } = usePage();
  const { runs } = shown;
  const names = layerNames(runs);
  if (names.length === 0) {
    return <p class="note">{t(message('The gradients come with the first step.'))}</p>;
  }
  return (
    <>
      {names.length > 1 && <FlowView {...shown} />}
      <h2>{t(message('Gradient norm of each layer by epoch'))}</h2>
      <p class="note">
        {t(
          message(
            'L2 norm of the gradient of the layer’s weights: at step 1, then the mean over each epoch’s steps. All layers and runs share one log scale.',
          ),
        )}
      </p>
      <div class="plots small">
        {names.map((name, layer) => (
          <LayerView key={name} layer={layer} {...shown} />
        ))}
      </div>
      <GradientTable {...shown} />
    </>
  );
}

function FlowView({ runs, slots }: Shown): JSX.Element {
  return (
    <div class="plots">
      <PlotView version={epochVersion(runs)} build={() => flowPlot(runs, slots)} />
    </div>
  );
}

function LayerView({ layer, runs, slots }: Shown & { readonly layer: number }): JSX.Element {
  return <PlotView version={epochVersion(runs)} build={() => layerPlot(layer, runs, slots)} />;
}
