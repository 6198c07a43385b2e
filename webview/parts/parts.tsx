import { Fragment, type JSX } from 'preact';

/** "a · b · c", broken into lines between the parts, with no dot at either end of a line. */
export function Parts({ parts }: { readonly parts: readonly string[] }): JSX.Element {
  return (
    <span class="parts">
      {parts.map((part, index) => (
        <Fragment key={index}>
          <span class="part">{part}</span>{' '}
        </Fragment>
      ))}
    </span>
  );
}
