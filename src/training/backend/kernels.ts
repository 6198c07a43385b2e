import { callable } from './callable.ts';

/** The exports of `kernels/`: pointers and counts in, results in memory. Arguments are explained there. */
export const kernelNames = [
  'matMulBytes',
  'matMul',
  'packFiltersBytes',
  'packFilters',
  'convolveBytes',
  'convolve',
  'packTurnedFiltersBytes',
  'packTurnedFilters',
  'convolutionInputGradientBytes',
  'convolutionInputGradient',
  'convolutionFilterGradientBytes',
  'convolutionFilterGradient',
  'winogradImagesTogether',
  'winogradFiltersBytes',
  'winogradFilters',
  'winogradConvolveBytes',
  'winogradConvolve',
  'winogradSumsBytes',
  'winogradFilterGradientBytes',
  'winogradFilterGradient',
  'winogradFilterGradientEnd',
  'maxPool',
  'maxPoolGradient',
  'batchNormSums',
  'batchNormMoments',
  'batchNorm',
  'batchNormGradientSums',
  'batchNormGradientMoments',
  'batchNormGradient',
  'movingAverage',
  'activate',
  'activationGradient',
  'columnSums',
  'addParts',
  'add',
  'copyRows',
  'lossesBytes',
  'measureLosses',
  'lossGradient',
  'sgd',
  'momentum',
  'nesterov',
  'rmsprop',
  'adam',
  'adjustedSgd',
  'adjustedMomentum',
  'adjustedNesterov',
  'adjustedRmsprop',
  'adjustedAdam',
  'squares',
  'exactSums',
  'histogram',
] as const;

export type KernelName = (typeof kernelNames)[number];

/** Those named …Bytes give the bytes of an area that their namesake wants; the others nothing. */
type Kernel = (...args: number[]) => number;
export type Kernels = Readonly<Record<KernelName, Kernel>>;

/** Instantiates our kernels as a guest in `memory`; synchronous, for threads that must not wait. */
export function instantiateKernels(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
): Kernels {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const kernels: Partial<Record<KernelName, Kernel>> = {};
  for (const name of kernelNames) kernels[name] = callable(exports[name], name);
  if (!isComplete(kernels)) throw new Error('The kernels are not complete');
  return kernels;
}

function isComplete(kernels: Partial<Kernels>): kernels is Kernels {
  return kernelNames.every((name) => name in kernels);
}
