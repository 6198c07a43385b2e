import { metricNames, type MetricName } from '../../experiment/metrics/catalogue.ts';
import { unitFailures, type EvaluationEvent, type UnitShare } from '../event.ts';
import type { Occurrence } from './event-proto.ts';
import { scalar, type Scalars } from './scalars.ts';
import type { SummaryValue } from './summary-proto.ts';

const epochTag = 'evaluation/epoch';
const confusionTag = 'evaluation/confusion';
const classLossesTag = 'evaluation/class_losses';
const exampleLossesTag = 'evaluation/example_losses';
const unitsPrefix = 'units/';
const predictedTag = 'evaluation/example_classes';

/** `validation/<metric>` and `units/<layer>/<dead or saturated>` as scalars, which TensorBoard plots; the rest as tensors of float32. */
export function encodeEvaluation(event: EvaluationEvent): SummaryValue[] {
  const { epoch, metrics, confusion, classLosses, examples, units = [] } = event;
  return [
    scalar(epochTag, epoch),
    ...metricNames.flatMap((name) => {
      const value = metrics[name];
      return value === undefined ? [] : [scalar(`validation/${name}`, value)];
    }),
    ...units.map(({ layer, kind, share }) => scalar(`${unitsPrefix}${layer}/${kind}`, share)),
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
  const units = decodeUnits(scalars);
  return {
    type: 'evaluation',
    ...when,
    epoch,
    metrics,
    confusion,
    classLosses,
    examples,
    ...(units && { units }),
  };
}

/** Undefined in a log of an earlier version, and without a layer that was looked at. */
function decodeUnits(scalars: Scalars): UnitShare[] | undefined {
  const units = scalars.tags.flatMap((tag) => {
    const [kind, share] = [unitFailures.find((of) => tag.endsWith(`/${of}`)), scalars.get(tag)];
    if (!tag.startsWith(unitsPrefix) || kind === undefined || share === undefined) return [];
    return [{ layer: tag.slice(unitsPrefix.length, -kind.length - 1), kind, share }];
  });
  return units.length > 0 ? units : undefined;
}
