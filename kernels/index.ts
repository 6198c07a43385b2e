/**
 * The kernels, written in AssemblyScript: TypeScript's syntax, WebAssembly's types. They work in the
 * memory of tfjs's wasm backend, on pointers that the caller owns, and keep nothing of their own.
 *
 * Those that several threads may share take the range of units that is theirs as `first` and `end`, and
 * then a scratch of their own where they need one. Who takes which range never changes a result: where
 * units are summed up, each range has a sum of its own, and the caller adds these in order.
 */
export { matMul, matMulBytes } from './mat-mul';
export { convolve, convolveBytes, packFilters, packFiltersBytes } from './convolution';
export {
  convolutionInputGradient,
  convolutionInputGradientBytes,
  packTurnedFilters,
  packTurnedFiltersBytes,
} from './convolution-input-gradient';
export {
  convolutionFilterGradient,
  convolutionFilterGradientBytes,
} from './convolution-filter-gradient';
export {
  winogradConvolve,
  winogradConvolveBytes,
  winogradFilters,
  winogradFiltersBytes,
} from './winograd';
export {
  winogradFilterGradient,
  winogradFilterGradientBytes,
  winogradFilterGradientEnd,
  winogradSumsBytes,
} from './winograd-filter-gradient';
export { winogradImagesTogether } from './winograd-strips';
export { maxPool, maxPoolGradient } from './pooling';
export {
  batchNorm,
  batchNormGradient,
  batchNormGradientMoments,
  batchNormGradientSums,
  batchNormMoments,
  batchNormSums,
  movingAverage,
} from './batch-norm';
export { activate, activationGradient } from './activations';
export { addParts, columnSums } from './reductions';
export { add, copyRows } from './layout';
export { lossesBytes, lossGradient, measureLosses } from './losses';
export {
  adam,
  adjustedAdam,
  adjustedMomentum,
  adjustedNesterov,
  adjustedRmsprop,
  adjustedSgd,
  momentum,
  nesterov,
  rmsprop,
  sgd,
} from './optimizer';
export { squares } from './gradient-norm';
export { exactSums, histogram } from './statistics';
