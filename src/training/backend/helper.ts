import { instantiateKernels } from './kernels.ts';
import { help, type HelperSetup } from './team.ts';

/** The whole life of a helper thread: it computes until it is terminated. */
export function runHelper(setup: HelperSetup): never {
  return help(instantiateKernels(setup.kernels, setup.memory), setup);
}
