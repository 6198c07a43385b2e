import type { JSX } from 'preact';
import type { Pair } from '../../../src/insight/verdict/arms.ts';
import type { Decision } from '../../../src/insight/verdict/decision.ts';
import { citedFor } from '../../../src/insight/verdict/literature/catalogue.ts';
import { stanceLabels } from '../../../src/insight/verdict/literature/work.ts';
import { message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';

interface Props {
  readonly pair: Pair;
  readonly decision: Decision;
}

/** What was published on such a pair, with its conditions, and whether these runs agree. */
export function Literature({ pair, decision }: Props): JSX.Element | null {
  const { t } = usePage();
  const cited = citedFor(pair, decision);
  if (cited.length === 0) return null;
  return (
    <section>
      <h3>{t(message('What the literature found'))}</h3>
      <ul class="verdict-works">
        {cited.map(({ work, stance }) => (
          <li key={work.source}>
            <p>
              {t(work.claim)} <strong class={`stance-${stance}`}>{t(stanceLabels[stance])}</strong>
            </p>
            <p class="read-at">
              {work.source} · {t(work.conditions)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
