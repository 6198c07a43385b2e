import type { RuleName } from '../../insight/rules/catalogue.ts';
import { message, type Message } from '../../l10n.ts';

/** What goes wrong, by the names that the literature has for it, and the rules that show it. */
export const coverage: readonly (readonly [Message, readonly RuleName[]])[] = [
  [message('Vanishing gradient'), ['vanishing-gradient', 'no-first-gradient']],
  [message('Exploding gradient'), ['exploding-gradient']],
  [message('Dead ReLU units'), ['dead-relu']],
  [message('Saturated units'), ['saturation']],
  [message('Loss that is stuck'), ['stuck-loss', 'prior-plateau', 'squared-error-plateau']],
  [message('Divergence'), ['divergence']],
  [message('Oscillation'), ['oscillation']],
  [message('Overfitting'), ['overfitting', 'memorising']],
  [message('Overtraining'), ['overtraining']],
  [message('First loss other than ln K'), ['wrong-start']],
  [message('Ratio of update to weights'), ['update-too-large', 'rate-too-low']],
  [message('Poor initialisation: all weights alike'), ['poor-initialisation', 'no-first-gradient']],
  [
    message('Poor initialisation: weights too small'),
    ['poor-initialisation', 'vanishing-gradient'],
  ],
  [
    message('Poor initialisation: weights too large'),
    ['poor-initialisation', 'wrong-start', 'saturation', 'exploding-gradient'],
  ],
  [message('Learning rate too high'), ['rate-too-high', 'update-too-large', 'divergence']],
  [message('Learning rate too low'), ['rate-too-low']],
  [message('Class imbalance'), ['class-imbalance', 'class-failure']],
  [message('Label noise'), ['label-noise', 'memorising']],
  [message('Miscalibration'), ['overconfidence']],
  [message('Fingerprint: ln K'), ['prior-plateau']],
  [message('Fingerprint: ln(e + K − 1) − 1, softmax twice'), ['softmax-twice']],
  [message('Fingerprint: 16.118, clipped probabilities'), ['clipped-loss']],
  [message('Fingerprint: (K − 1)/K², chance under squared error'), ['squared-error-plateau']],
  [message('Fingerprint: a cross-entropy below 0'), ['negative-loss']],
];
