import { lossSpec, type LossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { models, type ModelName } from '../../../src/experiment/models/catalogue.ts';
import { buildOf, modelSpec } from '../../../src/experiment/models/model-spec.ts';
import type { ModelBuild, ModelInput } from '../../../src/experiment/models/model.ts';
import type { LayerStyle } from '../../../src/experiment/models/net.ts';
import { randomStreams, seeded } from '../../../src/experiment/random.ts';
import type { Backend } from '../../../src/training/backend/backend.ts';
import { Network } from '../../../src/training/network.ts';
import { objectiveOf } from '../../../src/training/objectives/objective-of.ts';

interface Wanted {
  readonly model: ModelName;
  readonly input: ModelInput;
  readonly style?: LayerStyle;
  readonly loss?: LossSpec;
  readonly slots?: number;
  readonly seed?: number;
}

/** A network by itself, without a training around it. */
export function networkOf(backend: Backend, wanted: Wanted): Network {
  const { model, input, style, loss = lossSpec('cross-entropy'), slots = 0, seed = 5 } = wanted;
  const isDense = models[model].task === 'segmentation';
  const labelsPerImage = isDense ? input.height * input.width : 1;
  const train = { labels: new Uint8Array(), labelsPerImage };
  const objective = objectiveOf(loss, { classes: input.classes, train });
  const random = { ...randomStreams(seed), weights: seeded(seed) };
  return new Network(
    models[model],
    buildWith(model, style),
    input,
    objective,
    backend,
    random,
    slots,
  );
}

/** A model's usual size in a style. */
export function buildWith(model: ModelName, style?: LayerStyle): ModelBuild {
  const build = buildOf(modelSpec(model));
  return style ? { ...build, style } : build;
}
