import type { JSX } from 'preact';
import { studies } from '../../../src/insight/studies/catalogue.ts';
import { measuredStudies } from '../../../src/insight/studies/measured.ts';
import { studiesOf, type StudyProgress } from '../../../src/insight/studies/progress.ts';
import { outcomeLabel, outcomeRule } from '../../../src/insight/studies/words.ts';
import { count, message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { Text } from '../../parts/text.tsx';
import type { Shown } from '../shown.ts';
import { StudyExpectations } from './study-expectations.tsx';

/** The claims that the runs were started to test: what was expected, and what these runs say. */
export function StudyCards({ all }: Shown): JSX.Element {
  return (
    <>
      {studiesOf(all).map((progress) => (
        <StudyCard key={progress.study} progress={progress} />
      ))}
    </>
  );
}

function StudyCard({ progress }: { readonly progress: StudyProgress }): JSX.Element {
  const { t } = usePage();
  const { title, claim, source } = studies[progress.study];
  const id = `study-${progress.study}`;
  return (
    <section class={`card study study-${progress.outcome}`} aria-labelledby={id}>
      <h3 id={id}>{t(message('Study: {title}', { title }))}</h3>
      <p>{t(claim)}</p>
      <p class="read-at">{t(message('Source: {source}', { source }))}</p>
      <Outcome progress={progress} />
      <StudyExpectations progress={progress} />
      <Method progress={progress} />
      <AsMeasured progress={progress} />
    </section>
  );
}

function Outcome({ progress }: { readonly progress: StudyProgress }): JSX.Element {
  const { t } = usePage();
  const { outcome, finished, planned } = progress;
  if (outcome !== 'open') return <p class="study-outcome">{t(outcomeLabel(outcome))}</p>;
  const figures = { finished: count(finished), planned: count(planned) };
  return (
    <>
      <progress
        max={planned}
        value={finished}
        aria-label={t(message('Finished runs of the study'))}
      />
      <p>
        <Text message={message('{finished} of {planned} runs have finished.', figures)} />
      </p>
    </>
  );
}

function Method({ progress }: { readonly progress: StudyProgress }): JSX.Element {
  const { t } = usePage();
  return (
    <details class="alarm-rule read-at">
      <summary>{t(message('Method'))}</summary>
      {[...studies[progress.study].method, outcomeRule].map((paragraph) => (
        <p>{t(paragraph)}</p>
      ))}
    </details>
  );
}

/** What came out elsewhere with the same settings, so that nobody takes it for these runs. */
function AsMeasured({ progress }: { readonly progress: StudyProgress }): JSX.Element | null {
  const { t } = usePage();
  const measured = measuredStudies[progress.study];
  if (measured === undefined) return null;
  const outcome = outcomeLabel(measured.outcome);
  const figures = { outcome, runs: count(measured.runs), seconds: count(measured.seconds) };
  return (
    <p class="read-at">
      {t(message('As measured for the docs: {outcome} ({runs} runs, about {seconds} s of training).', figures))}
    </p>
  );
} // prettier-ignore
