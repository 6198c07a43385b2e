import { losses } from '../../experiment/losses/catalogue.ts';
import { message, percent } from '../../l10n.ts';
import { classFigures } from '../../run/class-figures.ts';
import type { Run } from '../../run/run.ts';
import { balancedWeights, focalLoss } from './loss-remedies.ts';
import { atEpoch } from './readings.ts';
import { remediesOf } from './remedies.ts';
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
  certainty: 'likely',
  meaning: message(
    'The accuracy hides it: the others are learnt, and images of this class are given to them. The confusion matrix in the Data tab says to which.',
  ),
  success: 'balanced-accuracy',
  measure: (run) => {
    const recalls = classFigures(run).map(({ recall }) => recall).filter((recall) => !Number.isNaN(recall)); // prettier-ignore
    if (recalls.length < 2) return undefined;
    const mean = recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
    const value = Math.min(...recalls);
    return {
      value: percent(value),
      limit: percent(share * mean),
      side: 'below',
      place: atEpoch(run, -1),
      isBeyond: mean >= learnt && value < share * mean,
    };
  },
  remedies: (run) =>
    remediesOf([otherWeights(run), focalLoss(run)], {
      text: message('Get more images of this class.'),
      change: null,
    }),
};

/** Undefined for a loss of whole regions, which knows no weights, and for balanced ones. */
function otherWeights({ identity }: Run): Remedy | undefined {
  const { classWeights, name } = identity.spec.loss;
  if (classWeights === 'balanced' || losses[name].scope === 'image') return undefined;
  if (classWeights === 'equal') return balancedWeights;
  return {
    text: message('Try the same weight for every class.'),
    change: { loss: { classWeights: 'equal' } },
  };
}
