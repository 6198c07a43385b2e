import { callable } from './callable.ts';

/** The exports of `kernels/`: pointers and counts in, results in memory. Arguments are explained there. */
export type KernelName = 'sgd' | 'momentum' | 'adam' | 'exactSums' | 'matMul';

type Kernel = (...args: number[]) => void;
export type Kernels = Readonly<Record<KernelName, Kernel>>;

/** Instantiates our kernels as a guest in `memory`. */
export async function instantiateKernels(
  binary: BufferSource,
  memory: WebAssembly.Memory,
): Promise<Kernels> {
  const { instance } = await WebAssembly.instantiate(binary, { env: { memory } });
  const kernel = (name: KernelName): Kernel => callable(instance.exports[name], name);
  return {
    sgd: kernel('sgd'),
    momentum: kernel('momentum'),
    adam: kernel('adam'),
    exactSums: kernel('exactSums'),
    matMul: kernel('matMul'),
  };
}
