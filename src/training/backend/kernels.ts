/** The exports of `kernels/`: pointers and counts in, results in memory. Arguments are explained there. */
export type KernelName = 'sgd' | 'momentum' | 'adam' | 'exactSums' | 'matMul';

export type Kernels = Readonly<Record<KernelName, (...args: number[]) => void>>;

/** Instantiates our kernels as a guest in `memory`. */
export async function instantiateKernels(
  binary: BufferSource,
  memory: WebAssembly.Memory,
): Promise<Kernels> {
  const { instance } = await WebAssembly.instantiate(binary, { env: { memory } });
  const kernel = (name: KernelName): ((...args: number[]) => void) => {
    const exported = instance.exports[name];
    if (typeof exported !== 'function') throw new Error(`The kernels lack ${name}`);
    return (...args) => void exported(...args);
  };
  return {
    sgd: kernel('sgd'),
    momentum: kernel('momentum'),
    adam: kernel('adam'),
    exactSums: kernel('exactSums'),
    matMul: kernel('matMul'),
  };
}
