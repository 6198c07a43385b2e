import type { JSX } from 'preact';

const paths = {
  pause: 'M4 2h3v12H4zM9 2h3v12H9z',
  resume: 'M4 2l9 6l-9 6z',
  stop: 'M3 3h10v10H3z',
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
