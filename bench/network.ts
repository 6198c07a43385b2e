import { buildOf } from '../src/experiment/models/model-spec.ts';
import { models } from '../src/experiment/models/catalogue.ts';
import { randomStreams } from '../src/experiment/random.ts';
import { Network } from '../src/training/network.ts';
import { objectiveOf } from '../src/training/objectives/objective-of.ts';

/** A network by itself, without a training around it. */
export function networkOf(backend, { model, loss, seed }, input, slots) {
  const isDense = models[model.name].task === 'segmentation';
  const labelsPerImage = isDense ? input.height * input.width : 1;
  const train = { labels: new Uint8Array(), labelsPerImage };
  const objective = objectiveOf(loss, { classes: input.classes, train });
  const random = randomStreams(seed);
  return new Network(models[model.name], buildOf(model), input, objective, backend, random, slots);
}
