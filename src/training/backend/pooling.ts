import { poolGeometry } from './geometry.ts';
import { input, type WasmHost } from './wasm-host.ts';

/** Max pooling, since tfjs-wasm's own makes NaN −Infinity and has no gradient but a JavaScript loop. */
export function registerPooling(host: WasmHost): void {
  host.register('MaxPool', ({ inputs, attrs }) => {
    const x = input(inputs, 'x');
    const geometry = poolGeometry(x.shape, attrs);
    const { batch, outHeight, outWidth, outChannels } = geometry;
    const y = host.output([batch, outHeight, outWidth, outChannels]);
    host.kernels.maxPool(host.write(geometry), host.pointer(x), host.pointer(y));
    return y;
  });
  host.register('MaxPoolGrad', ({ inputs, attrs }) => {
    const [x, y, dy] = [input(inputs, 'input'), input(inputs, 'output'), input(inputs, 'dy')];
    const dx = host.output(x.shape);
    const operands = [x, y, dy, dx].map((tensor) => host.pointer(tensor));
    host.kernels.maxPoolGradient(host.write(poolGeometry(x.shape, attrs)), ...operands);
    return dx;
  });
}
