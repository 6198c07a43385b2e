import { message, type Message } from '../../../l10n.ts';
import { labelsOf } from './array-labels.ts';
import { DataError } from './data-error.ts';
import type { ClassedExamples } from './examples.ts';
import { inForm, type Picture } from './image.ts';
import { checkMemory } from './memory.ts';
import { divisorOf, shapeText, valuesIn, type NumberArray } from './number-array.ts';

export interface ArrayForm {
  readonly height?: number | undefined;
  readonly width?: number | undefined;
  readonly grey: boolean;
  readonly mostMegabytes: number;
}

/** What each dimension of an array of images is, by its length and its stride. */
interface Layout {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly strides: Record<'image' | 'row' | 'column' | 'channel', number>;
}

/**
 * Images and labels as arrays: [n, height, width], [n, height, width, 1 or 3], or PyTorch's
 * [n, 1 or 3, height, width].
 * @throws DataError naming what is wrong and in which of them
 */
export function arrayExamples(
  path: string,
  images: NumberArray,
  labels: NumberArray,
  { grey, mostMegabytes, ...form }: ArrayForm,
): ClassedExamples {
  const layout = layoutOf(images);
  const { height = layout.height, width = layout.width } = form;
  const size = { count: layout.count, height, width, channels: grey ? 1 : layout.channels };
  checkMemory(images.place, valuesIn(Object.values(size)), mostMegabytes);
  const classes = labelsOf(labels, layout.count);
  const divisor = divisorOf(images);
  return {
    task: 'classification',
    place: path,
    ...size,
    ...classes,
    decode: (index) => inForm(pictureAt(images, layout, index, divisor), { height, width, grey }),
  };
}

function layoutOf({ place, shape, strides }: NumberArray): Layout {
  const names = dimensionsOf(shape);
  if (!names) throw new DataError(place, wrongShape(shape));
  const at = (name: keyof Layout['strides']): [number, number] => {
    const i = names.indexOf(name);
    return i === -1 ? [1, 0] : [shape[i] ?? 0, strides[i] ?? 0];
  };
  const [[count, image], [height, row]] = [at('image'), at('row')];
  const [[width, column], [channels, channel]] = [at('column'), at('channel')];
  return { count, height, width, channels, strides: { image, row, column, channel } };
}

/** Where both ends could be channels, the last are. */
function dimensionsOf(shape: readonly number[]): (keyof Layout['strides'])[] | undefined {
  const isChannels = (length: number | undefined): boolean => length === 1 || length === 3;
  if (shape.some((length) => length === 0)) return undefined;
  if (shape.length === 3) return ['image', 'row', 'column'];
  if (shape.length !== 4) return undefined;
  if (isChannels(shape[3])) return ['image', 'row', 'column', 'channel'];
  return isChannels(shape[1]) ? ['image', 'channel', 'row', 'column'] : undefined;
}

function wrongShape(shape: readonly number[]): Message {
  return message(
    'it holds an array of {shape}, and images are n × height × width, with 1 or 3 channels after or before. Reshape it.',
    { shape: shapeText(shape) },
  );
}

function pictureAt(array: NumberArray, layout: Layout, index: number, divisor: number): Picture {
  const { height, width, channels, strides } = layout;
  const values = new Float32Array(height * width * channels);
  let to = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = index * strides.image + y * strides.row + x * strides.column;
      for (let c = 0; c < channels; c++)
        values[to++] = array.at(from + c * strides.channel) / divisor;
    }
  }
  return { height, width, channels, values };
}
