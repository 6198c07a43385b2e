import { message } from '../../l10n.ts';
import type { Study } from './study.ts';

export const smallRegions: Study<'ce' | 'dice' | 'focal-tversky' | 'ce-dice'> = {
  title: message('Dice and Tversky losses find small regions'),
  short: message('Small regions'),
  claim: message(
    'Where most pixels are background, losses that compare regions overlap better than cross-entropy, which counts pixels.',
  ),
  source: message(
    'Milletari et al. 2016, V-Net, arXiv 1606.04797; Abraham & Khan 2019, focal Tversky, arXiv 1810.07842; Jadon 2020, arXiv 2006.14822',
  ),
  method: [
    message(
      'A U-Net learns 300 scenes composed of Fashion-MNIST articles, three quarters of whose pixels are background and three hundredths bags, by Adam for 15 epochs with a warm-up. Varied is the loss: cross-entropy, Dice, focal Tversky, and the sum of cross-entropy and Dice.',
    ),
    message(
      'The sources segment medical images with far smaller regions and train far longer; losses of regions start slowly, so a short training is to their disadvantage.',
    ),
  ],
  base: {
    dataset: { name: 'fashion-scenes', share: 0.15 },
    optimizer: { name: 'adam', learningRate: 0.001, schedule: { name: 'constant', warmUp: 2 } },
    epochs: 15,
    batchSize: 16,
  },
  arms: {
    ce: { name: message('Cross-entropy'), change: { loss: 'cross-entropy' } },
    dice: { name: message('Dice'), change: { loss: 'dice' } },
    'focal-tversky': { name: message('Focal Tversky'), change: { loss: 'focal-tversky' } },
    'ce-dice': { name: message('Cross-entropy and Dice'), change: { loss: 'cross-entropy-dice' } },
  },
  seeds: [11, 12, 13],
  expectations: [
    { kind: 'above', measure: 'meanIou', of: 'dice', than: 'ce', by: 0.01 },
    { kind: 'above', measure: 'meanIou', of: 'focal-tversky', than: 'ce', by: 0.01 },
    { kind: 'above', measure: 'meanIou', of: 'ce-dice', than: 'ce', by: 0.01 },
  ],
}; // prettier-ignore
