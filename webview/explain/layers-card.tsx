import type { JSX } from 'preact';
import { flow } from '../../src/insight/gradient-through-layers.ts';
import { message, ratio, type Message } from '../../src/l10n.ts';
import type { LayerStatistics } from '../../src/run/event.ts';
import type { Run } from '../../src/run/run.ts';
import { usePage } from '../context.ts';
import { Text } from '../parts/text.tsx';
import { Swatch } from '../parts/swatch.tsx';
import { slotOf } from '../panel/shown.ts';
import {
  lastMoment,
  momentName,
  momentsIn,
  nearestMoment,
  statisticsAt,
  type Moment,
} from '../plots/moments.ts';
import { Bar } from './bar.tsx';
import type { Lens } from './lens.ts';

interface Measured {
  readonly run: Run;
  readonly moment: Moment;
  readonly layers: readonly LayerStatistics[];
}

/** How strongly the gradient arrives at each layer, from the output to the first, at the chosen epoch. */
export function LayersCard({ lens }: { readonly lens: Lens }): JSX.Element | null {
  const { t } = usePage();
  const measured = measuredOf(lens);
  const names = measured[0]?.run.setting?.layers.map(({ name }) => name) ?? [];
  if (measured.length === 0) return null;
  const norms = measured.flatMap(({ layers }) => layers.map(({ norm }) => norm));
  const full = norms.filter(Number.isFinite).reduce((a, b) => Math.max(a, b), 0);
  const depth = Math.max(...measured.map(({ layers }) => layers.length));
  const places = Array.from({ length: depth }, (_, i) => depth - 1 - i);
  return (
    <section class="card layers-card" aria-labelledby="lens-layers">
      <h4 id="lens-layers">{t(message('Down the layers'))}</h4>
      <p class="read-at">{t(message('gradient norm, output → first layer'))}</p>
      <ul class="layer-bars">
        {places.map((layer) => (
          <li key={layer}>
            <span class="layer-name">{names[layer] ?? layer + 1}</span>
            {measured.map(({ run, layers }) => {
              const norm = layers[layer]?.norm ?? NaN;
              return (
                <span key={run.identity.id} class="layer-bar">
                  <span class="visually-hidden">{run.identity.name}: </span>
                  <Bar
                    slot={slotOf(lens.shown, run)}
                    value={norm}
                    full={full}
                    text={t.figure(norm, 'ratio')}
                  />
                </span>
              );
            })}
          </li>
        ))}
      </ul>
      {measured.map((of) => (
        <p key={of.run.identity.id}>
          <Swatch slot={slotOf(lens.shown, of.run)} /> <Text message={told(of)} />
        </p>
      ))}
    </section>
  );
}

/** At the epoch that is shown, or the last before it that has gradients. */
function measuredOf({ shown, outputs, epoch }: Lens): Measured[] {
  return shown.runs.flatMap((run) => {
    const now = outputs.of.find((of) => of.run === run)?.now;
    const wanted = epoch.value === null ? lastMoment(run) : (now?.epoch ?? epoch.value);
    const moment = wanted === undefined ? null : nearestMoment(momentsIn(run), wanted);
    const layers = moment === null ? undefined : statisticsAt(run, moment);
    return moment === null || layers === undefined ? [] : [{ run, moment, layers }];
  });
}

function told({ run, moment, layers }: Measured): Message {
  const share = flow(layers);
  const args = { run: run.identity.name, moment: momentName(moment) };
  if (share === undefined) return message('{run}, {moment}.', args);
  return message(
    '{run}, {moment}: the first layer has {share} times the output layer’s gradient norm.',
    {
      ...args,
      share: ratio(share),
    },
  );
}
