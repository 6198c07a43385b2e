import type { JSX } from 'preact';
import { message } from '../../src/l10n.ts';
import { viewTitle } from '../../src/insight/comparisons.ts';
import { usePage } from '../context.ts';
import { ExportComparison } from '../export/export-comparison.tsx';
import { Controls } from '../parts/controls.tsx';
import { Parts } from '../parts/parts.tsx';
import { commonParts } from './differences.ts';
import type { Shown } from './shown.ts';

/** What is compared, and the buttons that act on all of it. */
export function Header(shown: Shown): JSX.Element {
  const { all: runs } = shown;
  const { t } = usePage();
  const only = runs.length === 1 ? runs[0] : undefined;
  return (
    <header class="panel-header">
      <div class="panel-title">
        <h1>{t(viewTitle(runs))}</h1>
        <p class="subtitle">
          <Parts parts={commonParts(runs).map(t)} />
        </p>
      </div>
      <div class="controls">
        <Controls runs={runs} of={only?.identity.name ?? message('all runs')} />
        <ExportComparison {...shown} />
      </div>
    </header>
  );
}
