import { message, type Message } from '../../l10n.ts';

/** The classes of handwritten digits. */
export const digitLabels: readonly Message[] = [
  message('0'),
  message('1'),
  message('2'),
  message('3'),
  message('4'),
  message('5'),
  message('6'),
  message('7'),
  message('8'),
  message('9'),
];
