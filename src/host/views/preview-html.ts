import type { OwnPreview } from '../../experiment/datasets/own/preview.ts';
import { count, message, type Message, type Translator } from '../../l10n.ts';
import { escapeHtml } from './escape-html.ts';
import { staticHtml } from './static-html.ts';
import { maskThumbnail, thumbnail } from './thumbnail.ts';

/** A page without a script, with the images in it. */
export function previewHtml(
  preview: OwnPreview,
  title: string,
  t: Translator,
  nonce: string,
): string {
  const body = `
  <p>${escapeHtml(t(factsOf(preview)))}</p>
${preview.task === 'segmentation' ? ofMasks(preview, t) : ofClasses(preview, t)}`;
  return staticHtml({ title, style, body, showsImages: true }, t, nonce);
}

/** Pixels stay squares. */
const style = `
h2 { font-size: 1.1em; font-weight: 600; margin: 1.2em 0 0.4em; overflow-wrap: anywhere; }
h2 span { color: var(--vscode-descriptionForeground); font-weight: 400; }
ul { display: flex; flex-wrap: wrap; gap: 8px; list-style: none; margin: 0; padding: 0; }
img { display: block; height: 84px; image-rendering: pixelated;
  border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)); }
`;

function factsOf({ count: images, height, width, channels, classes }: OwnPreview): Message {
  const facts = {
    count: count(images),
    height: count(height),
    width: count(width),
    classes: count(classes.length),
  };
  return channels === 1
    ? message('{count} images of {height} × {width} pixels in grey, {classes} classes', facts)
    : message('{count} images of {height} × {width} pixels in colour, {classes} classes', facts);
}

function ofClasses({ classes, samples }: OwnPreview, t: Translator): string {
  return classes
    .map(({ name, count: images }, k) => {
      const indices = [...samples.labels.keys()].filter((i) => samples.labels[i] === k);
      const pictures = indices.map((index, i) => {
        const place = { name, number: String(i + 1) };
        return picture(thumbnail(samples, index), t(message('{name}, image {number}', place)));
      });
      return section(name, t(imagesOf(images)), pictures);
    })
    .join('\n');
}

function imagesOf(images: number): Message {
  return images === 1 ? message('one image') : message('{count} images', { count: count(images) });
}

/** Each image with its mask, then how much of them each class is. */
function ofMasks({ classes, samples }: OwnPreview, t: Translator): string {
  const pictures = Array.from({ length: samples.count }, (_, i) => {
    const place = { number: String(i + 1) };
    return [
      picture(thumbnail(samples, i), t(message('Image {number}', place))),
      picture(maskThumbnail(samples, i, classes.length), t(message('Mask of image {number}', place))), // prettier-ignore
    ];
  });
  const shown = section(t(message('The first images and their masks')), '', pictures.flat());
  const counts = classes.map(({ name, count: pixels }) =>
    section(name, t(message('{count} pixels of these images', { count: count(pixels) })), []),
  );
  return [shown, ...counts].join('\n');
}

function section(name: string, note: string, pictures: readonly string[]): string {
  const list = pictures.length === 0 ? '' : `\n  <ul>\n${pictures.join('\n')}\n  </ul>`;
  return `  <section>
  <h2>${escapeHtml(name)} <span>${escapeHtml(note)}</span></h2>${list}
  </section>`;
}

function picture(address: string, text: string): string {
  return `    <li><img src="${address}" alt="${escapeHtml(text)}"></li>`;
}
