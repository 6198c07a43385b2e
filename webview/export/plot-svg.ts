import { argText } from '../parts/text.tsx';
import { summary } from '../plots/words.ts';
import { escapeXml } from './escape-xml.ts';
import { paintFigure, type Figure } from './figure.ts';
import { SvgCanvas } from './svg-canvas.ts';

/**
 * A plot as an SVG of its own, with the very lines and marks of the page's canvas.
 * @param id its own among the SVGs of a document
 */
export function plotSvg(figure: Figure, id = 'plot'): string {
  const { plot, t, width, height } = figure;
  const canvas = new SvgCanvas(id);
  paintFigure(canvas, figure);
  const label = escapeXml(argText(summary(plot), t));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">
${canvas.content}
</svg>
`;
}
