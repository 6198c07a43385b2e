import { translator } from '../../../src/l10n.ts';
import { createBackend } from '../../../src/training/backend/create.ts';
import { createWebglBackend } from '../../../src/training/backend/webgl.ts';
import { binaries } from './backends.ts';

/** What trains, and what is said of it, where WebGL is missing, has no floats, or is software. */
export async function refused(
  why: 'missing' | 'no floats' | 'software',
): Promise<{ name: string; notice: string | undefined }> {
  const canvas = Object.getOwnPropertyDescriptors(OffscreenCanvas.prototype);
  const context = Object.getOwnPropertyDescriptors(WebGL2RenderingContext.prototype);
  const nothing = { value: () => null };
  if (why === 'missing') Object.defineProperty(OffscreenCanvas.prototype, 'getContext', nothing);
  if (why === 'no floats')
    Object.defineProperty(WebGL2RenderingContext.prototype, 'getExtension', nothing);
  try {
    const { name, notice } = await createBackend(await binaries(), { prefer: createWebglBackend });
    return { name, notice: notice && translator({}, 'en')(notice) };
  } finally {
    Object.defineProperties(OffscreenCanvas.prototype, canvas);
    Object.defineProperties(WebGL2RenderingContext.prototype, context);
  }
}
