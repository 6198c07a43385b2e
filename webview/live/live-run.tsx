import type { JSX } from 'preact';
import { message } from '../../src/l10n.ts';
import { liveLoss } from '../../src/run/figures.ts';
import { isFinished, type Run } from '../../src/run/run.ts';
import { usePage } from '../context.ts';
import { Controls } from '../parts/controls.tsx';
import { Icon } from '../parts/icon.tsx';
import { Parts } from '../parts/parts.tsx';
import { liveParts } from '../parts/progress.ts';
import { Swatch } from '../parts/swatch.tsx';
import type { Slot } from '../run-slots.ts';
import { Sparkline } from './sparkline.tsx';

/** One run in a narrow column: its loss now and so far, how far it is, its buttons. */
export function LiveRun({ run, slot }: { readonly run: Run; readonly slot: Slot }): JSX.Element {
  const { t } = usePage();
  const { name } = run.identity;
  const loss = liveLoss(run);
  return (
    <section class="live-run" aria-label={name}>
      <div class="live-head">
        <Swatch slot={slot} />
        <h2>{name}</h2>
        <span class="live-loss" title={t(message('loss of the last batch'))}>
          {loss === undefined ? '–' : t.figure(loss, 'live')}
        </span>
      </div>
      <Sparkline run={run} slot={slot} />
      <div class="live-foot">
        <Progress run={run} />
        <Controls runs={[run]} of={name} words="none" />
      </div>
      {isFinished(run.state) && run.reason !== undefined && (
        <p class="run-reason">{t(run.reason)}</p>
      )}
    </section>
  );
}

function Progress({ run }: { readonly run: Run }): JSX.Element {
  const { t } = usePage();
  return (
    <p class="live-progress">
      {(run.state === 'diverged' || run.state === 'failed') && <Icon name="warning" />}
      <Parts parts={liveParts(run).map(t)} />
    </p>
  );
}
