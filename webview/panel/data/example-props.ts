import type { DataGroup } from './data-group.ts';
import type { Picture } from './picture.ts';
import type { Predictions } from './use-predictions.ts';

/** What one image of the list is drawn from. */
export interface ExampleProps {
  /** In the validation set. */
  readonly place: number;
  readonly pictures: ReadonlyMap<number, Picture>;
  readonly predictions: Predictions;
  readonly group: DataGroup;
}
