import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Finding } from '../../../src/insight/finding.ts';
import { findingsOf } from '../../../src/insight/insights.ts';
import { message, type Message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { AndMore } from '../../parts/and-more.tsx';
import { Text } from '../../parts/text.tsx';
import { StudyCards } from '../study/study-card.tsx';
import { AlarmCards } from './alarm-cards.tsx';
import { epochVersion, type Shown } from '../shown.ts';

/** What the runs show, in figures measured in them. */
export function Findings(shown: Shown): JSX.Element {
  const { runs } = shown;
  const { t } = usePage();
  const title =
    runs.length === 1 ? message('What this run shows') : message('What these runs show');
  return useMemo(() => {
    const findings = findingsOf(runs);
    return (
      <>
        <h2>{t(title)}</h2>
        <StudyCards {...shown} />
        <AlarmCards {...shown} />
        {findings.length === 0 && (
          <p class="note">{t(message('Nothing yet: findings come with the first epochs.'))}</p>
        )}
        {findings.map((finding) => (
          <FindingCard key={finding.id} finding={finding} />
        ))}
      </>
    );
  }, [epochVersion(runs), epochVersion(shown.all), t]);
}

function FindingCard({ finding }: { readonly finding: Finding }): JSX.Element {
  const { t } = usePage();
  const { rest = [] } = finding;
  return (
    <section class="card" aria-labelledby={`finding-${finding.id}`}>
      <h3 id={`finding-${finding.id}`}>{t(finding.title)}</h3>
      <Sentences of={finding.text} />
      <AndMore count={rest.length}>
        <Sentences of={rest} />
      </AndMore>
      <p class="read-at">{t(message('Read at: {where}', { where: finding.readAt }))}</p>
    </section>
  );
}

function Sentences({ of }: { readonly of: readonly Message[] }): JSX.Element {
  return (
    <>
      {of.map((sentence) => (
        <p>
          <Text message={sentence} />
        </p>
      ))}
    </>
  );
}
