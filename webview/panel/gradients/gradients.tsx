import type { JSX } from 'preact';
import { message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { layerNames } from '../../plots/gradients.ts';
import type { Shown } from '../shown.ts';
import { Flow } from './flow.tsx';
import { GradientTable } from './gradient-table.tsx';
import { Histograms } from './histograms.tsx';
import { Layers } from './layers.tsx';
import { Maps } from './maps.tsx';
import { Toolbar } from './toolbar.tsx';
import { useGradientView } from './view.ts';

/** How strong the gradient is at each layer, and how that changes over the epochs. */
export function Gradients(shown: Shown): JSX.Element {
  const { t } = usePage();
  const view = useGradientView(shown);
  const names = layerNames(shown.runs);
  const isMeasured = shown.runs.some(({ gradients }) => gradients.firstStep !== undefined);
  if (names.length === 0 || !isMeasured) {
    return <p class="note">{t(message('The gradients come with the first step.'))}</p>;
  }
  return (
    <>
      <Toolbar {...view} />
      <Maps {...view} />
      <div class="gradient-pair">
        {names.length > 1 && <Flow {...view} />}
        <Histograms {...view} />
      </div>
      <Layers {...view} />
      <GradientTable {...view} />
    </>
  );
}
