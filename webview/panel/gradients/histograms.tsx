import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { message } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';
import { Select } from '../../parts/select.tsx';
import { histogramMap } from '../../plots/histogram-map.ts';
import { epochVersion } from '../shown.ts';
import { HistogramOverTime } from './histogram-over-time.tsx';
import type { GradientView } from './view.ts';

/** How the elements of one layer's gradient are spread, epoch by epoch; the layer and the run are chosen. */
export function Histograms(view: GradientView): JSX.Element | null {
  const { runs, choice } = view;
  const run = runs.find(({ identity }) => identity.id === choice.run) ?? runs[0];
  if (run === undefined) return null;
  const layers = run.setting?.layers.length ?? 0;
  const layer = Math.min(choice.layer, Math.max(0, layers - 1));
  return (
    <section class="histogram">
      <Pickers run={run} layer={layer} view={view} />
      <ChosenHistogram run={run} layer={layer} view={view} />
    </section>
  );
}

interface Props {
  readonly run: Run;
  readonly layer: number;
  readonly view: GradientView;
}

function Pickers({ run, layer, view }: Props): JSX.Element {
  const { runs, choose } = view;
  const layers = run.setting?.layers ?? [];
  return (
    <div class="pickers">
      <Select
        label={message('Layer')}
        options={layers.map(({ name }, index) => [String(index), name])}
        chosen={String(layer)}
        onChoose={(value) => choose({ layer: Number(value) })}
      />
      {runs.length > 1 && (
        <Select
          label={message('Run')}
          options={runs.map(({ identity }) => [identity.id, identity.name])}
          chosen={run.identity.id}
          onChoose={(id) => choose({ run: id })}
        />
      )}
    </div>
  );
}

function ChosenHistogram({ run, layer, view }: Props): JSX.Element {
  const { t } = usePage();
  const map = useMemo(
    () => histogramMap(run, layer),
    [epochVersion([run]), layer, run.identity.id],
  );
  if (map !== undefined) return <HistogramOverTime run={run} layer={layer} view={view} map={map} />;
  const text =
    run.gradients.epoch.length === 0
      ? message('The histograms come with the first epoch.')
      : message('This run has no histograms: it was made by an earlier version of Loss Lab.');
  return <p class="note">{t(text)}</p>;
}
