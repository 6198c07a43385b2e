/// <reference types="emscripten" />
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import emscriptenFactory from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.js';
import { callable } from './callable.ts';

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
  const module = await new Promise<EmscriptenInstance>((resolve, reject) => {
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

type EmscriptenInstance = Awaited<ReturnType<typeof emscriptenFactory>>;

/** Adds the functions that BackendWasm calls, as tfjs's `init` does. */
function bridge(module: EmscriptenInstance): EmscriptenInstance {
  const exported = (name: string, parameters: number): ((...args: number[]) => number) =>
    callable(module.cwrap(name, 'number', Array<'number'>(parameters).fill('number')), name);
  module.tfjs = {
    init: exported('init', 0),
    initWithThreadsCount: exported('init_with_threads_count', 1),
    getThreadsCount: exported('get_threads_count', 0),
    registerTensor: exported('register_tensor', 3),
    disposeData: exported('dispose_data', 1),
    dispose: exported('dispose', 0),
  };
  return module;
}

function exportedMemory({ exports }: WebAssembly.Instance): WebAssembly.Memory {
  const memory = exports['memory'];
  if (memory instanceof WebAssembly.Memory) return memory;
  throw new Error('tfjs exports no memory');
}
