import type { ComponentChildren, JSX } from 'preact';

interface Props {
  readonly label: string;
  /** Whether the label also stands above it. */
  readonly heading?: boolean;
  /** What is in the table: its head and bodies. */
  readonly children: ComponentChildren;
}

/** A table that scrolls by itself where it is wider than its place, with the keyboard too. */
export function TableRegion({ label, heading = false, children }: Props): JSX.Element {
  return (
    <>
      {heading && <h2>{label}</h2>}
      <div class="table-scroll" tabIndex={0} role="region" aria-label={label}>
        <table>{children}</table>
      </div>
    </>
  );
}
