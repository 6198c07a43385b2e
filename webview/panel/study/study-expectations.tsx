import type { JSX } from 'preact';
import { studies } from '../../../src/insight/studies/catalogue.ts';
import type { Reading } from '../../../src/insight/studies/judge.ts';
import type { StudyProgress } from '../../../src/insight/studies/progress.ts';
import type { Expectation, Study } from '../../../src/insight/studies/study.ts';
import { criterion, readingText } from '../../../src/insight/studies/words.ts';
import { message, type Message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { Text } from '../../parts/text.tsx';

/** What has to be seen, and as soon as all runs are there what was. */
export function StudyExpectations({ progress }: { readonly progress: StudyProgress }): JSX.Element {
  const study = studies[progress.study];
  return (
    <ul class="study-expectations">
      {study.expectations.map((expectation, index) => (
        <Item study={study} expectation={expectation} reading={progress.readings[index]} />
      ))}
    </ul>
  );
}

interface Props {
  readonly study: Study;
  readonly expectation: Expectation;
  readonly reading: Reading | undefined;
}

function Item({ study, expectation, reading }: Props): JSX.Element {
  const { t } = usePage();
  const { holds, label } = verdict(expectation, reading);
  return (
    <li class={`study-${holds}`}>
      <p>
        <span class="study-mark">{t(label)}</span> {t(criterion(study, expectation))}
      </p>
      {reading && (
        <p class="study-figures">
          <Text message={readingText(study, expectation, reading)} />
        </p>
      )}
    </li>
  );
}

interface Verdict {
  readonly holds: 'holds' | 'fails' | 'told' | 'open';
  readonly label: Message;
}

function verdict({ kind }: Expectation, reading: Reading | undefined): Verdict {
  if (reading?.holds === null && kind !== 'report')
    return { holds: 'told', label: message('Not judged:') };
  if (kind === 'report') return { holds: 'told', label: message('Beside it:') };
  if (reading === undefined) return { holds: 'open', label: message('Expected:') };
  return reading.holds
    ? { holds: 'holds', label: message('✓ Holds:') }
    : { holds: 'fails', label: message('✗ Does not hold:') };
}
