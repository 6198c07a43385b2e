import type { Message, Translator } from '../../src/l10n.ts';
import { escapeXml } from './escape-xml.ts';

export function paragraph(sentence: Message, t: Translator): string {
  return `<p>${escapeXml(t(sentence))}</p>`;
}
