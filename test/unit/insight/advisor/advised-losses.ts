import type { AdvisedLoss, Code } from '../../../../src/insight/advisor/advised-loss.ts';
import { problems } from '../../../../src/insight/advisor/problems/catalogue.ts';

/** Every loss that is ever advised. */
export const advisedLosses: readonly AdvisedLoss[] = [
  ...new Set(Object.values(problems).flatMap(({ rules }) => rules.map(({ loss }) => loss))),
];

/** Lines of code for one kind of output of a model. */
export interface Lines extends Code {
  readonly label: string;
  readonly output: string;
}

export const allLines: readonly Lines[] = advisedLosses.flatMap(({ label, code }) =>
  Object.entries(code).map(([output, lines]) => ({ label: label.text, output, ...lines })),
);
