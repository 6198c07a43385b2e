import type { JSX } from 'preact';

const paths = {
  pause: 'M4 2h3v12H4zM9 2h3v12H9z',
  resume: 'M4 2l9 6l-9 6z',
  step: 'M3 2l8 6l-8 6zM11 2h2v12h-2z',
  stop: 'M3 3h10v10H3z',
  reset: 'M2 2h5v1.5H4.6L7 5.9L5.9 7L3.5 4.6V7H2zM14 14h-5v-1.5h2.4L9 10.1L10.1 9l2.4 2.4V9H14z',
  export:
    'M7.4 1.5h1.2v6.6l2.3-2.3l.9.9L8 10.5L4.2 6.7l.9-.9l2.3 2.3zM2 9.5h1.3v3.7h9.4V9.5H14v5H2z',
  info: 'M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0 -14zM8 2.2a5.8 5.8 0 1 0 0 11.6a5.8 5.8 0 1 0 0 -11.6zM7.3 4.3h1.4v1.4h-1.4zM7.3 6.8h1.4v4.9h-1.4z',
  visible:
    'M8 3C4.6 3 2 6 1 8c1 2 3.6 5 7 5s6-3 7-5c-1-2-3.6-5-7-5zM8 4.2c2.6 0 4.6 2.1 5.6 3.8-1 1.7-3 3.8-5.6 3.8S3.4 9.7 2.4 8C3.4 6.3 5.4 4.2 8 4.2zM8 5.7a2.3 2.3 0 1 0 0 4.6a2.3 2.3 0 1 0 0-4.6z',
  hidden:
    'M1 7.4l1-.6c1 1.6 3.3 3.4 6 3.4s5-1.8 6-3.4l1 .6c-.5.8-1.2 1.6-2 2.3l1.3 1.7-.9.7-1.4-1.8c-.9.5-1.9.8-3 1V13.5H7.4V11.3c-1.1-.1-2.1-.5-3-1l-1.4 1.8-.9-.7L3.4 9.7C2.4 9 1.6 8.2 1 7.4z',
  pin: 'M5.5 1h5v1.2l-.8.6v3L12 8.2v1H8.6V14L8 15.3 7.4 14V9.2H4v-1l2.3-2.4v-3l-.8-.6z',
  chevron: 'M5.7 3l5 5-5 5-.9-.9L8.9 8 4.8 3.9z',
  more: 'M2.5 7h2v2h-2zM7 7h2v2H7zM11.5 7h2v2h-2z',
  check: 'M6.3 12.6L2 8.3l1-1l3.3 3.3L13 3.6l1 1z',
  cross: 'M3.9 2.9L8 7l4.1-4.1l1 1L9 8l4.1 4.1l-1 1L8 9l-4.1 4.1l-1-1L7 8L2.9 3.9z',
  half: 'M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0 -14zM8 2.2v11.6a5.8 5.8 0 1 0 0 -11.6z',
  clock:
    'M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0 -14zM8 2.2a5.8 5.8 0 1 0 0 11.6a5.8 5.8 0 1 0 0 -11.6zM7.4 4h1.2v3.7l2.6 1.5l-.6 1L7.4 8.4z',
  warning: 'M8 1.5L15 14.5H1zM7.3 6v4.5h1.4V6zM7.3 11.6V13h1.4v-1.4z',
} as const;

export type IconName = keyof typeof paths;

/** Drawn in the text's colour; said by the text beside it. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} fill="currentColor" fill-rule="evenodd" />
    </svg>
  );
}
