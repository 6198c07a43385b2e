import type { JSX } from 'preact';
import { message } from '../../src/l10n.ts';
import { PlotView } from '../charts/plot-view.tsx';
import { usePage } from '../context.ts';
import { measuredMetrics, metricPlot } from '../plots/metrics.ts';
import { ClassTable } from './class-table.tsx';
import { MetricTable } from './metric-table.tsx';
import { epochVersion, type Shown } from './shown.ts';
import { useDrawing } from './use-drawing.ts';

/** What the validation set says beside losses and accuracy: metrics, and class by class. */
export function Validation(shown: Shown): JSX.Element {
  const { t } = usePage();
  const { runs } = shown;
  const drawing = useDrawing(shown);
  const measured = runs.filter(({ evaluations }) => evaluations.last !== undefined);
  if (measured.length === 0) {
    const text = message('The metrics come with the first look at the validation images.');
    return <p class="note">{t(text)}</p>;
  }
  const version = `${drawing.version} ${epochVersion(runs)}`;
  return (
    <>
      <MetricTable {...shown} />
      <div class="plots small">
        {measuredMetrics(measured).map((name) => (
          <PlotView
            key={name}
            version={version}
            build={() => metricPlot(name, { ...drawing, runs: measured })}
          />
        ))}
      </div>
      <ClassTable {...shown} />
    </>
  );
}
