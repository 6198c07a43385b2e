import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Finding } from '../../../src/insight/finding.ts';
import { findingsOf } from '../../../src/insight/insights.ts';
import { partsOf, type Part } from '../../../src/insight/parts.ts';
import { message, type Message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { AndMore } from '../../parts/and-more.tsx';
import { Text } from '../../parts/text.tsx';
import { StudyCards } from '../study/study-card.tsx';
import { AlarmCards } from './alarm-cards.tsx';
import { epochVersion, type Shown } from '../shown.ts';

/** What the runs show, in figures measured in them: the final runs of a fair comparison apart from the others. */
export function Findings(shown: Shown): JSX.Element {
  const { runs } = shown;
  const { t } = usePage();
  return useMemo(() => {
    const parts = partsOf(runs);
    const ofStudies = parts.find(({ kind }) => kind === 'study') ?? parts[0];
    return (
      <>
        {parts.map((part) => (
          <PartFindings key={part.kind} part={part} shown={shown}>
            {part === ofStudies && <StudyCards {...shown} />}
          </PartFindings>
        ))}
      </>
    );
  }, [epochVersion(runs), epochVersion(shown.all), t]);
}

interface PartProps {
  readonly part: Part;
  readonly shown: Shown;
  readonly children: JSX.Element | false;
}

/** The rates of a sweep are tried to be chosen from, so that those too large or too small are no symptom. */
function PartFindings({ part, shown, children }: PartProps): JSX.Element {
  const { t } = usePage();
  const findings = findingsOf(part);
  return (
    <>
      <h2>{t(part.title)}</h2>
      {children}
      {part.kind !== 'sweep' && <AlarmCards part={part.kind} shown={{ ...shown, runs: part.runs }} />}
      {findings.length === 0 && (
        <p class="note">{t(message('Nothing yet: findings come with the first epochs.'))}</p>
      )}
      {findings.map((finding) => (
        <FindingCard key={finding.id} id={`finding-${part.kind}-${finding.id}`} finding={finding} />
      ))}
    </>
  );
} // prettier-ignore

function FindingCard({
  id,
  finding,
}: {
  readonly id: string;
  readonly finding: Finding;
}): JSX.Element {
  const { t } = usePage();
  const { rest = [] } = finding;
  return (
    <section class="card" aria-labelledby={id}>
      <h3 id={id}>{t(finding.title)}</h3>
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
