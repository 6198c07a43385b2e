import { buildKernels } from '../../kernels/build.mjs';

/** The kernels as the tests load them; compiled anew, so that the tests see the sources as they are. */
export default async function setup(): Promise<void> {
  await buildKernels('out/test/kernels.wasm');
}
