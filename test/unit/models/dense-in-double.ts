export type Activation = (x: number) => number;

/** weights is [inputs, units] row by row, bias [units]. */
export type Layers = readonly { readonly weights: Float64Array; readonly bias: Float64Array }[];

/** The logits of a chain of dense layers, in double precision and without tfjs. */
export function logitsInDouble(
  layers: Layers,
  images: ArrayLike<number>,
  count: number,
  activation: Activation,
): Float64Array {
  return layers.reduce<Float64Array>((x, layer, index) => {
    const z = dense(x, count, layer);
    return index === layers.length - 1 ? z : z.map(activation);
  }, Float64Array.from(images));
}

function dense(x: Float64Array, count: number, { weights, bias }: Layers[number]): Float64Array {
  const [inputs, units] = [x.length / count, bias.length];
  const z = new Float64Array(count * units);
  for (let row = 0; row < count; row++) {
    for (let unit = 0; unit < units; unit++) {
      let sum = bias[unit] ?? NaN;
      for (let i = 0; i < inputs; i++) {
        sum += (x[row * inputs + i] ?? NaN) * (weights[i * units + unit] ?? NaN);
      }
      z[row * units + unit] = sum;
    }
  }
  return z;
}
