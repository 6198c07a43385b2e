/**
 * The kernels, written in AssemblyScript: TypeScript's syntax, WebAssembly's types. They work in the
 * memory of tfjs's wasm backend, on pointers that the caller owns, and keep nothing of their own.
 */
export { adam, momentum, sgd } from './optimizer';
export { exactSums } from './sums';
export { matMul } from './mat-mul';
export {
  convolve,
  convolveBytes,
  convolutionInputGradient,
  convolutionInputGradientBytes,
} from './convolution';
export { convolutionFilterGradient, convolutionFilterGradientBytes } from './filter-gradient';
export { winogradConvolve, winogradConvolveBytes } from './winograd';
export {
  turnFilter,
  winogradFilterGradient,
  winogradFilterGradientBytes,
} from './winograd-gradients';
export { maxPool, maxPoolGradient } from './pooling';
export { columnSums, relu, reluGradient } from './elementwise';
