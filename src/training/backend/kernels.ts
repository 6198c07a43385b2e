import { callable } from './callable.ts';

/** The exports of `kernels/`: pointers and counts in, results in memory. Arguments are explained there. */
const names = [
  'sgd',
  'momentum',
  'adam',
  'exactSums',
  'matMul',
  'convolveBytes',
  'convolve',
  'convolutionInputGradientBytes',
  'convolutionInputGradient',
  'convolutionFilterGradientBytes',
  'convolutionFilterGradient',
  'winogradConvolveBytes',
  'winogradConvolve',
  'turnFilter',
  'winogradFilterGradientBytes',
  'winogradFilterGradient',
  'maxPool',
  'maxPoolGradient',
  'relu',
  'reluGradient',
  'columnSums',
] as const;

export type KernelName = (typeof names)[number];

/** Those named …Bytes give the bytes of scratch that their namesake wants; the others nothing. */
type Kernel = (...args: number[]) => number;
export type Kernels = Readonly<Record<KernelName, Kernel>>;

/** Instantiates our kernels as a guest in `memory`. */
export async function instantiateKernels(
  binary: BufferSource,
  memory: WebAssembly.Memory,
): Promise<Kernels> {
  const { instance } = await WebAssembly.instantiate(binary, { env: { memory } });
  const kernels: Partial<Record<KernelName, Kernel>> = {};
  for (const name of names) kernels[name] = callable(instance.exports[name], name);
  if (!isComplete(kernels)) throw new Error('The kernels are not complete');
  return kernels;
}

function isComplete(kernels: Partial<Kernels>): kernels is Kernels {
  return names.every((name) => name in kernels);
}
