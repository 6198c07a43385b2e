import type { JSX } from 'preact';
import { message, type Message } from '../../src/l10n.ts';
import { PlotView } from '../charts/plot-view.tsx';
import { usePage } from '../context.ts';
import type { SeriesPart } from '../plots/plot.ts';
import { accuracyPlot } from '../plots/accuracy.ts';
import { outputPlot } from '../plots/gradients.ts';
import { lossPlot } from '../plots/loss.ts';
import { AxisControls } from './axis-controls.tsx';
import { LossPicker } from './loss-picker.tsx';
import { keyOf, type ShownLoss } from '../plots/shown-loss.ts';
import { otherRulers, shownLosses, trainedLosses } from './shown-losses.ts';
import { batchVersion, epochVersion, type Shown } from './shown.ts';
import { useDrawing } from './use-drawing.ts';

/** Accuracy, and every loss of the comparison measured on every model. */
export function Curves(shown: Shown): JSX.Element {
  const { choices } = usePage();
  const { runs } = shown;
  const drawing = useDrawing(shown);
  const version = `${drawing.version} ${epochVersion(runs)}`;
  return (
    <>
      <div class="toolbar">
        <LineKinds />
        <AxisControls runs={runs} />
      </div>
      <div class="plots">
        <PlotView version={version} build={() => accuracyPlot(drawing)} />
        {shownLosses(runs, choices.losses).map((loss) => (
          <LossView key={keyOf(loss)} loss={loss} {...shown} />
        ))}
        <PlotView version={version} build={() => outputPlot(drawing)} />
      </div>
      <UnitsNote runs={runs} />
      <LossPicker others={otherRulers(runs)} />
    </>
  );
}

function LossView({ loss, ...shown }: Shown & { readonly loss: ShownLoss }): JSX.Element {
  const drawing = useDrawing(shown);
  const { runs } = shown;
  const hasBatches =
    loss.kind === 'own' || runs.some((run) => run.identity.spec.loss.name === loss.name);
  const version = hasBatches ? batchVersion(runs) : epochVersion(runs);
  return (
    <PlotView version={`${drawing.version} ${version}`} build={() => lossPlot(loss, drawing)} />
  );
}

/** What solid, dashed and faint mean. */
function LineKinds(): JSX.Element {
  const { t } = usePage();
  const kinds: [SeriesPart, Message][] = [
    ['main', message('validation')],
    ['training', message('training, mean of the epoch')],
    ['batch', message('training, each batch')],
  ];
  return (
    <ul class="line-kinds">
      {kinds.map(([part, label]) => (
        <li key={part}>
          <svg class="swatch" viewBox="0 0 18 10" aria-hidden="true">
            <line x1="0" x2="18" y1="5" y2="5" class={`line-${part}`} />
          </svg>
          {t(label)}
        </li>
      ))}
    </ul>
  );
}

function UnitsNote({ runs }: { readonly runs: Shown['runs'] }): JSX.Element | null {
  const { t } = usePage();
  if (trainedLosses(runs).length < 2) return null;
  return (
    <p class="note">
      {t(
        message(
          'The losses have different units, so their values cannot be compared with each other; each plot measures one loss on every model.',
        ),
      )}
    </p>
  );
}
