/// <reference types="emscripten" />
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import emscriptenFactory from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.js';

/** tfjs's wasm backend, and the memory in which its tensors lie. */
export interface TfjsWasm {
  readonly backend: BackendWasm;
  readonly memory: WebAssembly.Memory;
}

/**
 * Makes tfjs's wasm backend from the bytes of its module. tfjs's own `init` would fetch a URL, which
 * a worker without files has none of, and would load the build with threads where it can.
 */
export async function instantiateTfjs(binary: BufferSource): Promise<TfjsWasm> {
  let memory: WebAssembly.Memory | undefined;
  const module = await new Promise<Parameters<typeof bridge>[0]>((resolve, reject) => {
    const instantiateWasm = (
      imports: WebAssembly.Imports,
      onInstance: (instance: WebAssembly.Instance) => void,
    ): object => {
      WebAssembly.instantiate(binary, imports).then(({ instance }) => {
        memory = exportedMemory(instance);
        onInstance(instance);
      }, reject);
      return {};
    };
    emscriptenFactory({ instantiateWasm }).then(resolve, reject);
  });
  if (!memory) throw new Error('tfjs instantiated nothing');
  return { backend: new BackendWasm(bridge(module)), memory };
}

/** Adds the functions that BackendWasm calls, as tfjs's `init` does. */
function bridge(
  module: Awaited<ReturnType<typeof emscriptenFactory>>,
): Awaited<ReturnType<typeof emscriptenFactory>> {
  const { cwrap } = module;
  module.tfjs = {
    init: cwrap('init', null, []),
    initWithThreadsCount: cwrap('init_with_threads_count', null, ['number']),
    getThreadsCount: cwrap('get_threads_count', 'number', []),
    registerTensor: cwrap('register_tensor', null, ['number', 'number', 'number']),
    disposeData: cwrap('dispose_data', null, ['number']),
    dispose: cwrap('dispose', null, []),
  };
  return module;
}

function exportedMemory({ exports }: WebAssembly.Instance): WebAssembly.Memory {
  const memory = exports['memory'];
  if (memory instanceof WebAssembly.Memory) return memory;
  throw new Error('tfjs exports no memory');
}
