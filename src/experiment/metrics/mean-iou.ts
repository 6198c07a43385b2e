import { message } from '../../l10n.ts';
import { meanOverClasses } from './mean-over-classes.ts';
import type { Metric } from './metric.ts';
import type { Outcomes } from './outcomes.ts';

/** Over all pixels of the validation set together; classes that neither occur nor are predicted left out. */
export const meanIou: Metric = {
  label: message('Mean intersection over union'),
  abbreviation: 'mIoU',
  formula: String.raw`\tfrac{1}{K} \sum_k \frac{\text{correct}_k}{\text{actual}_k + \text{predicted}_k - \text{correct}_k}`,
  use: message(
    'The overlap of regions, each class alike: a large background cannot hide the rest.',
  ),
  source: 'Everingham et al. 2010, IJCV 88 (PASCAL VOC)',
  better: 'higher',
  task: 'segmentation',
  value: (outcomes) => meanOverClasses(outcomes, (k) => iou(outcomes, k)),
};

/** Intersection over union of one class. */
export function iou(outcomes: Outcomes, k: number): number {
  const correct = outcomes.correct(k);
  return correct / (outcomes.actual(k) + outcomes.predicted(k) - correct);
}
