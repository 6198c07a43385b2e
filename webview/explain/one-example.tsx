import type { JSX } from 'preact';
import { message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';
import type { DataGroup } from '../panel/data/data-group.ts';
import { ClassBars } from './class-bars.tsx';
import { ExampleHead } from './example-head.tsx';
import { ExampleSentences } from './example-sentences.tsx';
import { ExampleSteps } from './example-steps.tsx';
import { ExampleTable } from './example-table.tsx';
import type { Lens } from './lens.ts';

/** One validation example: logits → probabilities → loss → gradient at the logits, a column a run. */
export function OneExample({ lens }: { readonly lens: Lens }): JSX.Element {
  const { t } = usePage();
  const { group, example } = lens;
  return (
    <section class="lens-example" aria-labelledby="lens-example">
      <h3 id="lens-example">{t(message('One example'))}</h3>
      {group === undefined || example === undefined ? (
        <NoExample lens={lens} />
      ) : (
        <Example lens={lens} group={group} example={example} />
      )}
    </section>
  );
}

/** What the parts of one example are drawn from. */
export interface ExampleProps {
  readonly lens: Lens;
  readonly group: DataGroup;
  /** The number of a label of the validation set. */
  readonly example: number;
}

function Example(props: ExampleProps): JSX.Element {
  return (
    <>
      <ExampleHead {...props} />
      <ExampleSteps {...props} />
      <ClassBars {...props} />
      <ExampleTable {...props} />
      <ExampleSentences {...props} />
    </>
  );
}

function NoExample({ lens }: { readonly lens: Lens }): JSX.Element {
  const { t } = usePage();
  const refused = lens.outputs.of.find(({ refusal }) => refusal !== undefined)?.refusal;
  const coming = message('The examples come with the first look at the validation images.');
  return <p class="note">{t(refused ?? coming)}</p>;
}
