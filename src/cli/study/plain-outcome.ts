import { studies, type StudyName } from '../../insight/studies/catalogue.ts';
import type { Judgement } from '../../insight/studies/judge.ts';
import { criterion, outcomeLabel, readingText } from '../../insight/studies/words.ts';
import type { Translator } from '../../l10n.ts';
import { markOf } from './mark.ts';

/** What came out of a study, for a terminal. */
export function plainOutcome(
  t: Translator,
  name: StudyName,
  { outcome, readings }: Judgement,
): string {
  const study = studies[name];
  const lines = study.expectations.flatMap((expectation, index) => {
    const reading = readings[index];
    if (reading === undefined) return [];
    const mark = markOf(reading);
    return [`  ${mark} ${t(criterion(study, expectation))}`, `      ${t(readingText(study, expectation, reading))}`]; // prettier-ignore
  });
  return [`${name}: ${t(outcomeLabel(outcome))}`, `  ${t(study.claim)}`, ...lines, ''].join('\n');
}
