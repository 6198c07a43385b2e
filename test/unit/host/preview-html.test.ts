import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { loadDataset } from '../../../src/experiment/datasets/load.ts';
import { wholeOwnData } from '../../../src/experiment/datasets/own/own-data.ts';
import { previewOwnData } from '../../../src/experiment/datasets/own/preview.ts';
import { previewDataset } from '../../../src/experiment/datasets/preview-dataset.ts';
import { dataTarget } from '../../../src/host/data-target.ts';
import { previewHtml } from '../../../src/host/views/preview-html.ts';
import { translator } from '../../../src/l10n.ts';
import { MemoryFiles } from '../datasets/own/files.ts';
import { png } from '../datasets/own/images.ts';

const english = translator({}, 'en');
const own = { kind: 'image-folder', path: 'set', height: 2, width: 3 } as const;

const folder = (first: string): MemoryFiles =>
  new MemoryFiles({
    ...Object.fromEntries(
      Array.from({ length: 7 }, (_, i) => [`set/${first}/${i}.png`, png(2, 3, 10 * i)]),
    ),
    'set/z/only.png': png(2, 3, [0, 51, 102, 153, 204, 255]),
  });

async function htmlOf(first = 'cat', t = english): Promise<string> {
  const preview = await previewOwnData(wholeOwnData(own), folder(first));
  return previewHtml(preview, `set of ${first}`, t, 'n0nce');
}

const addresses = (html: string): string[] =>
  [...html.matchAll(/src="([^"]*)"/g)].map(([, address = '']) => address);

function bytesIn(address: string) {
  const [, base64 = ''] = /^data:image\/png;base64,(.*)$/.exec(address) ?? [];
  return decode(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)));
}

test('says how many images of what size there are, and each class with its count', async () => {
  const html = await htmlOf();
  expect(html).toContain('<p>8 images of 2 × 3 pixels in grey, 2 classes</p>');
  expect(html).toContain('<h2>cat <span>7 images</span></h2>');
  expect(html).toContain('<h2>z <span>one image</span></h2>');
});

test('shows the first five images of each class, with a text for each', async () => {
  const html = await htmlOf();
  expect(addresses(html)).toHaveLength(6);
  expect([...html.matchAll(/alt="([^"]*)"/g)].map(([, alt]) => alt)).toEqual([
    ...[1, 2, 3, 4, 5].map((i) => `cat, image ${i}`),
    'z, image 1',
  ]);
  const last = bytesIn(addresses(html)[5] ?? '');
  expect([last.height, last.width, last.channels]).toEqual([2, 3, 1]);
  expect([...last.data]).toEqual([0, 51, 102, 153, 204, 255]);
});

test('has a policy that allows its own images and style alone, and no script', async () => {
  const html = await htmlOf();
  expect(html).toContain(`content="default-src 'none'; img-src data:; style-src 'nonce-n0nce'"`);
  expect(html).not.toMatch(/<script|javascript:|\son\w+=|\sstyle=|https?:/);
  expect(html.match(/#[0-9a-f]{3,8}\b|rgb/gi)).toBeNull();
});

test('names are text, whatever is in them', async () => {
  const html = await htmlOf('<img src=x onerror="a&b">');
  expect(html).not.toContain('<img src=x');
  expect(html).toContain('<h2>&#60;img src=x onerror=&#34;a&#38;b&#34;&#62; <span>');
  expect(html).toContain('alt="&#60;img src=x onerror=&#34;a&#38;b&#34;&#62;, image 1"');
  expect(html).toContain('<title>set of &#60;img');
});

test('speaks the language of the window', async () => {
  const chinese = translator({ '{count} images': '{count} 幅图像' }, 'zh-cn');
  const html = await htmlOf('猫', chinese);
  expect(html).toContain('<html lang="zh-cn">');
  expect(html).toContain('<h2>猫 <span>7 幅图像</span></h2>');
});

test('masks stand beside their images, in greys from the first class to the last', async () => {
  const files = new MemoryFiles({
    'x/a.png': png(1, 3, 100),
    'y/a.png': png(1, 3, [5, 7, 9]),
  });
  const masks = { kind: 'mask-folder', images: 'x', masks: 'y', height: 1, width: 3 } as const;
  const html = previewHtml(await previewOwnData(wholeOwnData(masks), files), 'm', english, 'n');
  const [image = '', mask = ''] = addresses(html);
  expect([...bytesIn(image).data]).toEqual([100, 100, 100]);
  expect([...bytesIn(mask).data]).toEqual([0, 128, 255]);
  expect(html).toContain('<h2>9 <span>1 pixels of these images</span></h2>');
});

test('a large image is shown no larger than it is looked at', async () => {
  const files = new MemoryFiles({ 'set/a/1.png': png(200, 400, 9), 'set/b/1.png': png(1, 1, 9) });
  const large = wholeOwnData({ ...own, height: 200, width: 400 });
  const html = previewHtml(await previewOwnData(large, files), 'l', english, 'n');
  const { height, width } = bytesIn(addresses(html)[0] ?? '');
  expect([height, width]).toEqual([48, 96]);
});

test('a data set of the catalogue is shown the same way', async () => {
  const data = await loadDataset('random-images', null);
  const names = Array.from({ length: data.classes }, (_, k) => `class ${k}`);
  const preview = previewDataset(data, names);
  expect(preview.count).toBe(data.train.count + data.validation.count);
  expect(preview.classes.reduce((sum, { count }) => sum + count, 0)).toBe(preview.count);
  expect(preview.samples.count).toBe(5 * data.classes);
  const first = data.train.labels.indexOf(3);
  const size = preview.height * preview.width;
  expect(preview.samples.pixels.subarray(15 * size, 16 * size)).toEqual(
    data.train.pixels.subarray(first * size, (first + 1) * size),
  );
});

test('of a data set with masks the first images are shown', () => {
  const part = (count: number) => ({
    ...{ count, height: 1, width: 2, channels: 1, labelsPerImage: 2 },
    pixels: new Float32Array(2 * count),
    labels: Uint8Array.from({ length: 2 * count }, (_, i) => i % 2),
  });
  const data = { classes: 2, train: part(7), validation: part(3) };
  expect(previewDataset(data, ['a', 'b'])).toMatchObject({
    ...{ task: 'segmentation', count: 10, samples: { count: 5 } },
    classes: [
      { name: 'a', count: 5 },
      { name: 'b', count: 5 },
    ],
  });
});

test('data are meant by a path, an address, as own data, or as a data set', () => {
  const whole = wholeOwnData(own);
  expect(dataTarget('/set').own).toMatchObject({ kind: 'image-folder', path: '/set' });
  const file = { scheme: 'file', authority: '', path: '/a.npz', fsPath: '/a.npz' };
  expect(dataTarget(file).own).toMatchObject({ kind: 'npz', path: '/a.npz' });
  const remote = { scheme: 'vscode-vfs', authority: 'github', path: '/me/a #1.npz', fsPath: 'x' };
  expect(dataTarget(remote).own).toMatchObject({ path: 'vscode-vfs://github/me/a #1.npz' });
  expect(dataTarget(own)).toMatchObject({ name: 'own', own: whole });
  expect(dataTarget({ name: 'own', own })).toMatchObject({ name: 'own', own: whole });
  expect(dataTarget({ name: 'mnist' })).toMatchObject({ name: 'mnist', own: null });
});

test('what is no data is refused with the setting', () => {
  expect(() => dataTarget({ kind: 'image-folder', path: 'a', height: 0 })).toThrow(
    'These data cannot be shown: own.height must be at least 1.',
  );
  expect(() => dataTarget({ name: 'imagenet' })).toThrow('name must be one of: fashion-mnist');
  expect(() => dataTarget(3)).toThrow('These data cannot be shown');
  expect(() => dataTarget({ name: 'own' })).toThrow('These data cannot be shown: own');
});
