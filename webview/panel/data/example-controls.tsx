import type { JSX } from 'preact';
import { message, type Message, type MessageArg } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { Select } from '../../parts/select.tsx';
import { argText } from '../../parts/text.tsx';
import type { DataGroup } from './data-group.ts';
import { noFilter, type ExampleChoice, type ExampleOrder } from './example-choice.ts';
import { possibleOrders } from './ordered-examples.ts';

const orderLabels: Record<ExampleOrder, Message> = {
  hardest: message('Hardest first'),
  easiest: message('Easiest first'),
  disagreement: message('Runs disagree first'),
  order: message('As in the data set'),
};

/** Which images are shown, in which order, and by whose losses and predictions. */
export function ExampleControls(group: DataGroup): JSX.Element {
  const { t, choices, choose } = usePage();
  const { examples } = choices;
  const { by, runs, beyond, others } = group;
  const change = (to: Partial<ExampleChoice>): void => choose({ examples: { ...examples, ...to } });
  const orders = possibleOrders({ by, runs });
  const all = [...runs, ...beyond, ...others];
  return (
    <div class="example-controls">
      <Select
        label={message('Order')}
        options={orders.map((order) => [order, t(orderLabels[order])])}
        chosen={orders.includes(examples.order) ? examples.order : (orders[0] ?? 'order')}
        onChoose={(order) => change({ order: orders.find((each) => each === order) ?? 'order' })}
      />
      {all.length > 1 && (
        <Select
          label={message('of run')}
          options={all.map(({ identity }) => [identity.id, identity.name])}
          chosen={by.identity.id}
          onChoose={(runId) => change({ runId })}
        />
      )}
      {!group.isSegmentation && <Filter {...group} change={change} />}
    </div>
  );
}

function Filter({
  classNames,
  change,
}: DataGroup & { readonly change: (to: Partial<ExampleChoice>) => void }): JSX.Element {
  const { t, choices } = usePage();
  const { wrongOnly, trueClass, predictedClass } = choices.examples;
  const isFiltered = wrongOnly || trueClass !== null || predictedClass !== null;
  return (
    <>
      <ClassSelect
        label={message('True class')}
        names={classNames}
        chosen={trueClass}
        onChoose={(chosen) => change({ trueClass: chosen })}
      />
      <ClassSelect
        label={message('taken for')}
        names={classNames}
        chosen={predictedClass}
        onChoose={(chosen) => change({ predictedClass: chosen })}
      />
      <label class="chip">
        <input
          type="checkbox"
          checked={wrongOnly}
          onChange={() => change({ wrongOnly: !wrongOnly })}
        />
        <span>{t(message('Wrong only'))}</span>
      </label>
      {isFiltered && (
        <button type="button" class="button" onClick={() => change(noFilter)}>
          {t(message('Show all images'))}
        </button>
      )}
    </>
  );
}

function ClassSelect(props: {
  readonly label: Message;
  readonly names: readonly MessageArg[];
  readonly chosen: number | null;
  readonly onChoose: (chosen: number | null) => void;
}): JSX.Element {
  const { t } = usePage();
  const { label, names, chosen, onChoose } = props;
  const options = names.map((name, k) => [String(k), argText(name, t)] as const);
  return (
    <Select
      label={label}
      options={[['', t(message('any'))], ...options]}
      chosen={String(chosen ?? '')}
      onChoose={(value) => onChoose(value === '' ? null : Number(value))}
    />
  );
}
