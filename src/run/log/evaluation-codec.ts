import { metricNames, type MetricName } from '../../experiment/metrics/catalogue.ts';
import type { EvaluationEvent } from '../event.ts';
import type { Occurrence } from './event-proto.ts';
import { scalar, type Scalars } from './scalars.ts';
import type { SummaryValue } from './summary-proto.ts';

const epochTag = 'evaluation/epoch';
const confusionTag = 'evaluation/confusion';
const classLossesTag = 'evaluation/class_losses';
const exampleLossesTag = 'evaluation/example_losses';
const predictedTag = 'evaluation/example_classes';

/** `validation/<metric>` as scalars, which TensorBoard plots; the rest as tensors of float32. */
export function encodeEvaluation(event: EvaluationEvent): SummaryValue[] {
  const { epoch, metrics, confusion, classLosses, examples } = event;
  return [
    scalar(epochTag, epoch),
    ...metricNames.flatMap((name) => {
      const value = metrics[name];
      return value === undefined ? [] : [scalar(`validation/${name}`, value)];
    }),
    { type: 'tensor', tag: confusionTag, values: confusion },
    { type: 'tensor', tag: classLossesTag, values: classLosses },
    { type: 'tensor', tag: exampleLossesTag, values: examples.losses },
    { type: 'tensor', tag: predictedTag, values: examples.predicted },
  ];
}

export function decodeEvaluation(scalars: Scalars, when: Occurrence): EvaluationEvent | undefined {
  const epoch = scalars.getCount(epochTag);
  const confusion = scalars.tensor(confusionTag);
  const classLosses = scalars.tensor(classLossesTag);
  const losses = scalars.tensor(exampleLossesTag);
  const predicted = scalars.tensor(predictedTag);
  if (epoch === undefined || !confusion || !classLosses || !losses || !predicted) return undefined;
  const metrics: Partial<Record<MetricName, number>> = {};
  for (const name of metricNames) {
    const value = scalars.get(`validation/${name}`);
    if (value !== undefined) metrics[name] = value;
  }
  const examples = { losses, predicted };
  return { type: 'evaluation', ...when, epoch, metrics, confusion, classLosses, examples };
}
