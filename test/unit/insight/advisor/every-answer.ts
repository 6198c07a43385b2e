import {
  isAsked,
  isOffered,
  parseAnswers,
  type Answers,
} from '../../../../src/insight/advisor/answers.ts';
import { questionNames, questions } from '../../../../src/insight/advisor/questions.ts';

/** Every combination of answers that can be given. */
export const everyAnswer: readonly Answers[] = questionNames
  .reduce<readonly Readonly<Record<string, string>>[]>(
    (sofar, question) =>
      sofar.flatMap((each) =>
        Object.keys(questions[question].options).map((option) => ({ ...each, [question]: option })),
      ),
    [{}],
  )
  .map((each) => parseAnswers(each))
  .filter((answers) => answers !== undefined)
  .filter(unique());

function unique(): (answers: Answers) => boolean {
  const seen = new Set<string>();
  return (answers) => {
    const key = JSON.stringify(answers);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew && isOffered(answers.goal, answers) && (isAsked('imbalance', answers) || answers.imbalance === 'even'); // prettier-ignore
  };
}
