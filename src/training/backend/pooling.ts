import { poolGeometry, type Geometry } from './geometry.ts';
import { cutRows, input, type WasmHost } from './wasm-host.ts';

/** Max pooling, since tfjs-wasm's own makes NaN −Infinity and has no gradient but a JavaScript loop. */
export function registerPooling(host: WasmHost): void {
  host.register('MaxPool', ({ inputs, attrs }) => {
    const x = input(inputs, 'x');
    const geometry = poolGeometry(x.shape, attrs);
    const { batch, outHeight, outWidth, outChannels } = geometry;
    const y = host.output([batch, outHeight, outWidth, outChannels]);
    const operands = [host.write(geometry), host.pointer(x), host.pointer(y)];
    host.each('maxPool', operands, images(geometry));
    return y;
  });
  host.register('MaxPoolGrad', ({ inputs, attrs }) => {
    const [x, y, dy] = [input(inputs, 'input'), input(inputs, 'output'), input(inputs, 'dy')];
    const geometry = poolGeometry(x.shape, attrs);
    const dx = host.output(x.shape);
    const pointers = [x, y, dy, dx].map((tensor) => host.pointer(tensor));
    host.each('maxPoolGradient', [host.write(geometry), ...pointers], images(geometry));
    return dx;
  });
}

function images({ batch, inHeight, inWidth, inChannels }: Geometry): ReturnType<typeof cutRows> {
  return cutRows(batch, inHeight * inWidth * inChannels);
}
