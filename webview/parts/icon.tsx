import type { JSX } from 'preact';

const paths = {
  pause: 'M4 2h3v12H4zM9 2h3v12H9z',
  resume: 'M4 2l9 6l-9 6z',
  step: 'M3 2l8 6l-8 6zM11 2h2v12h-2z',
  stop: 'M3 3h10v10H3z',
  reset: 'M2 2h5v1.5H4.6L7 5.9L5.9 7L3.5 4.6V7H2zM14 14h-5v-1.5h2.4L9 10.1L10.1 9l2.4 2.4V9H14z',
  more: 'M3 6.7a1.3 1.3 0 1 1 0 2.6a1.3 1.3 0 1 1 0 -2.6zM8 6.7a1.3 1.3 0 1 1 0 2.6a1.3 1.3 0 1 1 0 -2.6zM13 6.7a1.3 1.3 0 1 1 0 2.6a1.3 1.3 0 1 1 0 -2.6z',
  export:
    'M7.4 1.5h1.2v6.6l2.3-2.3l.9.9L8 10.5L4.2 6.7l.9-.9l2.3 2.3zM2 9.5h1.3v3.7h9.4V9.5H14v5H2z',
  info: 'M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0 -14zM8 2.2a5.8 5.8 0 1 0 0 11.6a5.8 5.8 0 1 0 0 -11.6zM7.3 4.3h1.4v1.4h-1.4zM7.3 6.8h1.4v4.9h-1.4z',
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
