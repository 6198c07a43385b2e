import { message, percent } from '../../l10n.ts';
import { classFigures } from '../../run/class-figures.ts';
import type { Run } from '../../run/run.ts';
import { balancedWeights } from './class-imbalance.ts';
import { atEpoch } from './readings.ts';
import type { Remedy, Rule } from './rule.ts';

const share = 0.2;
const learnt = 0.3;

export const classFailure: Rule = {
  name: message('One class is hardly ever recognised'),
  quantity: message('recall of the worst class'),
  condition: message(
    'In the last epoch the recall of a class is less than a fifth of the mean over the classes, and that mean is at least 30 %.',
  ),
  source: 'Made relative to the run; cf. Japkowicz & Stephen 2002 on class imbalance',
  check: (run) => {
    const recalls = classFigures(run).map(({ recall }) => recall).filter((recall) => !Number.isNaN(recall)); // prettier-ignore
    const mean = recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
    const value = Math.min(...recalls);
    if (recalls.length < 2 || !(mean >= learnt) || !(value < share * mean)) return undefined;
    return {
      value: percent(value),
      limit: percent(share * mean),
      side: 'below',
      place: atEpoch(run, -1),
      certainty: 'likely',
      meaning: message(
        'The accuracy hides it: the others are learnt, and images of this class are given to them. The confusion matrix in the Data tab says to which.',
      ),
      remedy: remedy(run),
    };
  },
};

function remedy({ identity }: Run): Remedy {
  const { classWeights } = identity.spec.loss;
  if (classWeights === 'equal') return balancedWeights;
  if (classWeights === 'balanced')
    return { text: message('Get more images of this class.'), change: null };
  return {
    text: message('Try the same weight for every class.'),
    change: { loss: { classWeights: 'equal' } },
  };
}
