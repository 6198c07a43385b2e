import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { stateLabel } from '../../../src/run/labels.ts';
import type { Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';

/** Tells a screen reader how the runs stand, then which have another state. */
export function StateNews({ runs }: { readonly runs: readonly Run[] }): JSX.Element {
  const { t } = usePage();
  const told = useRef(new Map<string, string>());
  const [news, setNews] = useState('');
  useEffect(() => {
    const states = new Map(runs.map((run) => [run.identity.id, t(stateLabel(run))]));
    const changed = runs.filter(
      ({ identity }) => told.current.get(identity.id) !== states.get(identity.id),
    );
    told.current = states;
    const lines = changed.map(({ identity }) => `${identity.name}: ${states.get(identity.id)}`);
    if (lines.length > 0) setNews(lines.slice(0, mostTold).join(', '));
  }, [runs.map((run) => `${run.identity.id} ${run.state}`).join(), t]);
  return (
    <p class="visually-hidden" role="status">
      {news}
    </p>
  );
}

/** Nobody listens to two hundred. */
const mostTold = 8;
