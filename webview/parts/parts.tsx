import { Fragment, type JSX } from 'preact';

/** "a · b · c", broken into lines between the parts rather than in them. */
export function Parts({ parts }: { readonly parts: readonly string[] }): JSX.Element {
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={index}>
          <span class="part">{index < parts.length - 1 ? `${part} ·` : part}</span>{' '}
        </Fragment>
      ))}
    </>
  );
}
