// @ts-check
import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import { readWasm } from './build.mjs';
import { compare } from './statistics.mjs';

export const title =
  'Convolution by 3x3 filters at stride 1, one thread, in billions of additions and multiplications of the plain sum';

/** [batch, side, in channels, out channels]: the CNN's two, a ResNet's three. */
const shapes = [
  [128, 28, 1, 16],
  [128, 14, 16, 32],
  [32, 32, 16, 16],
  [32, 16, 32, 32],
  [32, 8, 64, 64],
];

/** Milliseconds for which a kernel is called each time that it is measured. */
const turn = 40;

const pageBytes = 65536;

export async function run() {
  console.warn = () => undefined;
  await tf.setBackend('wasm');
  const { kernels } = await readWasm(true);
  for (const [batch = 0, side = 0, ins = 0, outs = 0] of shapes) {
    console.log(` ${batch} images of ${side}x${side}x${ins} to ${outs} channels`);
    const { instance, memory } = await instantiate(kernels, batch * side * side * 64);
    const k = /** @type {Record<string, (...args: number[]) => number>} */ (instance.exports);
    const area = areas(memory, { batch, side, ins, outs });
    const { g, x, w, y, scratch } = area;
    const operations = 2 * batch * side * side * 9 * ins * outs;
    const panels = scratch + 16 * 2 ** 20;
    const parts = scratch + 32 * 2 ** 20;
    /** @type {Record<string, () => void>} */
    const calls = {
      'tfjs-wasm forward': forwardOfTfjs(batch, side, ins, outs),
      'direct forward': () => {
        k.packFilters?.(g, w, 0, panels);
        k.convolve?.(g, x, panels, y, -Infinity, 0, batch, scratch);
      },
      'direct gradient at the inputs': () => {
        k.packTurnedFilters?.(g, w, 0, panels);
        k.convolutionInputGradient?.(g, y, panels, x, 0, batch, scratch);
      },
      'direct gradient at the filter': () =>
        k.convolutionFilterGradient?.(g, x, y, parts, batch, 0, batch, scratch),
    };
    if (ins % 8 === 0) {
      const together = k.winogradImagesTogether?.(g) ?? 1;
      calls['Winograd forward'] = () => {
        k.winogradFilters?.(ins, outs, w, 0, panels, 0, ins, scratch);
        for (let first = 0; first < batch; first += together) {
          const end = Math.min(first + together, batch);
          k.winogradConvolve?.(g, x, panels, 0, y, -Infinity, first, end, scratch);
        }
      };
      calls['Winograd gradient at the filter'] = () => {
        k.winogradFilterGradient?.(g, x, y, parts, batch, 0, batch, scratch);
        k.winogradFilterGradientEnd?.(g, parts, 1, w, 0, (ins * outs) / 4, scratch);
      };
    }
    const candidates = Object.fromEntries(
      Object.entries(calls).map(([name, call]) => [name, async () => rate(call, operations, area)]),
    );
    await compare(candidates, { rounds: 9, unit: 'GF/s' });
  }
}

/** @param {Uint8Array} kernels @param {number} floats of the largest tensor */
async function instantiate(kernels, floats) {
  const bytes = 128 * 2 ** 20 + 4 * 4 * floats;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes), maximum: 65536 });
  const module = await WebAssembly.compile(new Uint8Array(kernels));
  return { memory, instance: await WebAssembly.instantiate(module, { env: { memory } }) };
}

/** @typedef {{ batch: number, side: number, ins: number, outs: number }} Sizes */

/** Pointers to the geometry, the tensors and the scratch. @param {WebAssembly.Memory} memory @param {Sizes} sizes */
function areas(memory, { batch, side, ins, outs }) {
  const g = 1024;
  const x = 4096;
  const w = x + 4 * batch * side * side * ins;
  const y = w + 4 * 9 * ins * outs;
  const scratch = (y + 4 * batch * side * side * outs + 63) & ~63;
  const sizes = [batch, side, side, ins, side, side, outs, 3, 3, 1, 1, 1, 1];
  new Int32Array(memory.buffer, g, sizes.length).set(sizes);
  const tensors = new Float32Array(memory.buffer, x, (scratch - x) / 4);
  // Gradients are written over the tensors: numbers anew each time keep them from growing to ∞.
  const refill = () => tensors.forEach((_, i) => (tensors[i] = ((i * 7919) % 2003) / 2003 - 0.5));
  return { g, x, w, y, scratch, refill };
}

/** @param {number} batch @param {number} side @param {number} ins @param {number} outs */
function forwardOfTfjs(batch, side, ins, outs) {
  const images = tf.randomNormal([batch, side, side, ins]);
  const filter = tf.randomNormal([3, 3, ins, outs]);
  return () => {
    tf.dispose(
      tf.conv2d(
        /** @type {tf.Tensor4D} */ (images),
        /** @type {tf.Tensor4D} */ (filter),
        1,
        'same',
      ),
    );
  };
}

/** Billions of operations a second. @param {() => void} call @param {number} operations @param {{ refill: () => void }} area */
function rate(call, operations, { refill }) {
  refill();
  call();
  const start = performance.now();
  let calls = 0;
  for (; performance.now() - start < turn; calls++) call();
  return (calls * operations) / (performance.now() - start) / 1e6;
}
