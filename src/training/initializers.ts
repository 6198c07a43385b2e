import { weightCount, type LayerSpec } from '../experiment/models/layers.ts';
import type { Initializer } from '../experiment/models/net.ts';
import type { Random } from '../experiment/random.ts';

/** The initial weights of a layer, of its shape. */
export function initialWeights(layer: LayerSpec, random: Random): Float32Array {
  const draw = initializers[layer.initializer](layer, random);
  const { initialScale } = layer;
  return Float32Array.from({ length: weightCount(layer) }, () => initialScale * draw());
}

const initializers: Record<Initializer, (layer: LayerSpec, random: Random) => () => number> = {
  // U(±a) has variance a²/3; a² = 6/(fanIn + fanOut) makes it 2/(fanIn + fanOut).
  'glorot-uniform': ({ fanIn, fanOut }, random) => {
    const limit = Math.sqrt(6 / (fanIn + fanOut));
    return () => limit * (2 * random.uniform() - 1);
  },
  // ReLU halves the variance on the way, hence 2/fanIn and not 1/fanIn.
  'he-normal': ({ fanIn }, random) => {
    const deviation = Math.sqrt(2 / fanIn);
    return () => deviation * random.normal();
  },
  zeros: () => () => 0,
};
