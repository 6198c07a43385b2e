import type { JSX } from 'preact';
import { message, type Message } from '../../src/l10n.ts';
import type { FileKind } from '../../src/protocol.ts';
import { usePage } from '../context.ts';
import { Menu } from '../parts/menu.tsx';
import { fileName } from './file-name.ts';
import type { Picture } from './picture.ts';
import { picturePng } from './picture-png.ts';
import { pictureSvg } from './picture-svg.ts';

/** What a chart can be taken away as; each is made when it is asked for. */
export interface Exported {
  readonly title: Message;
  readonly picture: () => Picture;
  readonly csv: () => string;
  readonly json: () => string;
  readonly markdown: () => string;
}

/** The menu of a chart, with a file or the clipboard for each. */
export function ExportMenu({ title, picture, csv, json, markdown }: Exported): JSX.Element {
  const { t, post } = usePage();
  const save = (kind: FileKind, data: string): void =>
    post({ type: 'save', kind, name: fileName(t(title), kind), data });
  const items: [Message, () => void][] = [
    [message('PNG picture'), () => save('png', pngOf(picture()))],
    [message('SVG picture'), () => save('svg', pictureSvg(picture()))],
    [message('Figures as CSV'), () => save('csv', csv())],
    [message('Figures as JSON'), () => save('json', json())],
    [message('Copy as Markdown table'), () => post({ type: 'copy', text: markdown() })],
  ];
  return (
    <Menu
      name={t(message('Export {title}', { title }))}
      icon="export"
      items={items.map(([label, onChoose]) => ({ label: t(label), onChoose }))}
    />
  );
}

function pngOf(picture: Picture): string {
  const data = picturePng(picture);
  if (data === undefined) throw new Error('The browser has made no picture.');
  return data;
}
