import { message } from '../../l10n.ts';
import type { Claim } from './advised-loss.ts';

/* Reasons that hold for several kinds of prediction. */

export const pushReason: Claim = {
  text: message(
    'The negative log-likelihood of the labels. Its gradient at the logits is p − y, as large as the error, however wrong the model is; squared error on the same probabilities is damped by p (1 − p), and missed a good optimum from random weights.',
  ),
  source: 'Golik et al. 2013',
};

export const boundedReason: Claim = {
  text: message(
    'Bounded by 1/q, with the gradient p^q (p − y): a label that the model does not believe hardly pushes, so that wrong labels are learnt late. q lies between cross-entropy (0), which is quick, and absolute error (1), which resists noise.',
  ),
  source: 'Zhang & Sabuncu 2018, arXiv 1805.07836; Ghosh et al. 2017',
};

export const temperatureReason: Claim = {
  text: message(
    'Least on average where p is the true probability. Long training makes deep models too sure all the same: divide the logits by one temperature, fitted on validation data after training.',
  ),
  source: 'Guo et al. 2017, arXiv 1706.04599',
};

export const smoothingReason: Claim = {
  text: message(
    'Asks for 1 − ε instead of certainty, which often helps accuracy and calibration a little. Not always: try it against plain cross-entropy.',
  ),
  source: 'Szegedy et al. 2016; Müller et al. 2019, arXiv 1906.02629',
};

export const pairsReason: Claim = {
  text: message(
    'Only order counts: its gradient is that of “is i above j?” over pairs, close to 1 − AUC. The scores are no probabilities afterwards.',
  ),
  source: 'Burges et al. 2005 (RankNet)',
};
