import type * as tf from '@tensorflow/tfjs-core';
import { MathBackendWebGL, setWebGLContext } from '@tensorflow/tfjs-backend-webgl';
import { LossLabError } from '../../../error.ts';
import { message, type Message } from '../../../l10n.ts';

/** Thrown where something is read of a context that was taken away. */
export class DeviceLostError extends LossLabError {
  constructor() {
    super(message('The graphics device was taken away from the training.'));
  }
}

export interface ContextOptions {
  /** Whether a WebGL that the processor computes will do, which is slower than the wasm kernels. */
  readonly allowSoftware?: boolean;
}

/** A WebGL 2 context of its own, off the screen, with tfjs on it. */
export class Context {
  readonly backend: MathBackendWebGL;
  #isLost = false;
  /** Rejects of what is awaited. */
  readonly #waiting = new Set<(reason: Error) => void>();

  private constructor(
    readonly gl: WebGL2RenderingContext,
    canvas: OffscreenCanvas,
    /** Why to beware of it, where a processor computes it. */
    readonly notice: Message | undefined,
  ) {
    canvas.addEventListener('webglcontextlost', () => this.#lose());
    // tfjs asks this one for what the device can do, and would make another otherwise.
    setWebGLContext(2, gl);
    this.backend = new MathBackendWebGL(canvas);
  }

  /** @throws LossLabError if there is none that computes in float32, or only one in software */
  static open({ allowSoftware = false }: ContextOptions = {}): Context {
    if (typeof OffscreenCanvas === 'undefined') throw new LossLabError(noWebgl);
    const canvas = new OffscreenCanvas(1, 1);
    const gl = canvas.getContext('webgl2', attributes);
    if (!gl) throw new LossLabError(noWebgl);
    if (!gl.getExtension('EXT_color_buffer_float')) throw new LossLabError(noFloats);
    const notice = isSoftware(gl) ? inSoftware : undefined;
    if (!allowSoftware && notice) throw new LossLabError(notice);
    return new Context(gl, canvas, notice);
  }

  /** For good: one that is restored has forgotten all that was on it. */
  isLost(): boolean {
    this.#isLost ||= this.gl.isContextLost();
    return this.#isLost;
  }

  /** @throws DeviceLostError if what was read of it since it was last asked may be nothing */
  check(): void {
    if (this.isLost()) throw new DeviceLostError();
  }

  /** The values of a tensor once the device has computed them; rejects if it is lost before. */
  read(tensor: tf.Tensor): Promise<Float32Array> {
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject);
      const end = (settle: () => void): void => {
        this.#waiting.delete(reject);
        if (this.isLost()) reject(new DeviceLostError());
        else settle();
      };
      tensor.data<'float32'>().then(
        (values) => end(() => resolve(values)),
        (error: unknown) =>
          end(() => reject(error instanceof Error ? error : Error(String(error)))),
      );
    });
  }

  #lose(): void {
    this.#isLost = true;
    // tfjs asks the fences of a lost context for ever.
    this.gl.clientWaitSync = () => this.gl.ALREADY_SIGNALED;
    for (const reject of this.#waiting) reject(new DeviceLostError());
    this.#waiting.clear();
  }
}

const attributes: WebGLContextAttributes = {
  alpha: false,
  antialias: false,
  depth: false,
  stencil: false,
  premultipliedAlpha: false,
  preserveDrawingBuffer: false,
  powerPreference: 'high-performance',
};

const noWebgl = message('There is no WebGL 2 off the screen here.');
const noFloats = message('WebGL here has no textures of 32-bit numbers.');
const inSoftware = message(
  'WebGL here is computed by the processor, where Loss Lab’s own kernels are faster.',
);

/** What Chromium, Firefox and Windows fall back to names itself. */
function isSoftware(gl: WebGL2RenderingContext): boolean {
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer: unknown = names && gl.getParameter(names.UNMASKED_RENDERER_WEBGL);
  return (
    typeof renderer === 'string' && /swiftshader|llvmpipe|softpipe|basic render/i.test(renderer)
  );
}
