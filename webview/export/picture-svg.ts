import { escapeXml } from './escape-xml.ts';
import type { Picture } from './picture.ts';
import { SvgCanvas } from './svg-canvas.ts';

/** Finer than a screen shows, so that a line can be enlarged. */
const pixel = 0.5;

/**
 * A picture as an SVG of its own, with the very lines and marks of the page's canvas.
 * @param id its own among the SVGs of a document
 */
export function pictureSvg(picture: Picture, id = 'plot'): string {
  const { width, height, label } = picture;
  const canvas = new SvgCanvas(id);
  picture.paint(canvas, pixel);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(label)}">
${canvas.content}
</svg>
`;
}
