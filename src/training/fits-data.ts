import { LossLabError } from '../error.ts';
import type { TrainingData } from '../experiment/datasets/dataset.ts';
import { models } from '../experiment/models/catalogue.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';
import { count, message, type Message } from '../l10n.ts';

/**
 * What of a spec can only be checked against the images themselves, since nobody knew their size and
 * classes before. Any model pools down to a single pixel and no further, so small images are no fault.
 * @throws LossLabError naming the setting and what to do
 */
export function checkFit(spec: ExperimentSpec, data: TrainingData): void {
  const problem = classProblem(data) ?? weightsProblem(spec, data) ?? sidesProblem(spec, data);
  if (problem) throw new LossLabError(problem);
}

function classProblem({ classes }: TrainingData): Message | undefined {
  if (classes >= 2) return undefined;
  return message(
    'dataset: the images are all of one class, so there is nothing to tell apart. Add images of another.',
  );
}

function weightsProblem(
  { loss: { classWeights } }: ExperimentSpec,
  { classes }: TrainingData,
): Message | undefined {
  if (typeof classWeights === 'string' || classWeights.length === classes) return undefined;
  return message(
    'loss.classWeights: there are {weights} weights for {classes} classes. Give one for each, in their order.',
    { weights: count(classWeights.length), classes: count(classes) },
  );
}

function sidesProblem(
  { model }: ExperimentSpec,
  { train: { height, width } }: TrainingData,
): Message | undefined {
  const { label, sideMultiple = 1 } = models[model.name];
  if (height % sideMultiple === 0 && width % sideMultiple === 0) return undefined;
  const nearest = (side: number): number => Math.max(1, Math.round(side / sideMultiple)) * sideMultiple; // prettier-ignore
  return message(
    'dataset.own: the images are {height} × {width} pixels, and {model} takes sides that are multiples of {multiple}. Set height and width, to {nextHeight} and {nextWidth} for instance.',
    {
      height: count(height),
      width: count(width),
      model: label,
      multiple: count(sideMultiple),
      nextHeight: count(nearest(height)),
      nextWidth: count(nearest(width)),
    },
  );
}
