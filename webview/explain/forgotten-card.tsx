import type { JSX } from 'preact';
import { lossLabel } from '../../src/experiment/names.ts';
import { count, message, type Message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';
import { Select } from '../parts/select.tsx';
import { Swatch } from '../parts/swatch.tsx';
import { Text } from '../parts/text.tsx';
import { slotOf } from '../panel/shown.ts';
import { epochName } from '../plots/names.ts';
import type { Forgotten, ForgottenOfRun } from './forgotten-of.ts';
import { lookAt, type Lens } from './lens.ts';

/** How many wrong examples one loss has let go of that another would still pull on. */
export function ForgottenCard({ lens }: { readonly lens: Lens }): JSX.Element {
  const { t } = usePage();
  const { forgotten } = lens;
  return (
    <section class="card" aria-labelledby="lens-forgotten">
      <h4 id="lens-forgotten">{t(message('In the runs'))}</h4>
      <PairSelect lens={lens} />
      {forgotten === undefined ? (
        <p class="note">{t(message('Pick a second loss to hold against the first.'))}</p>
      ) : forgotten.runs.length === 0 ? (
        <p class="note">
          {t(message('Nothing is counted before the first look at the validation images.'))}
        </p>
      ) : (
        <Counts lens={lens} forgotten={forgotten} />
      )}
    </section>
  );
}

function Counts({
  lens,
  forgotten,
}: {
  readonly lens: Lens;
  readonly forgotten: Forgotten;
}): JSX.Element {
  const { t } = usePage();
  const names = { weak: lossLabel(forgotten.weak.spec), strong: lossLabel(forgotten.strong.spec) };
  return (
    <>
      <p>
        {t(
          message(
            'Wrong examples that {weak} pulls on with less than a hundredth of what {strong} would, on the same logits:',
            names,
          ),
        )}
      </p>
      <ul class="forgotten-runs">
        {forgotten.runs.map((of) => (
          <li key={of.of.run.identity.id}>
            <p>
              <Swatch slot={slotOf(lens.shown, of.of.run)} /> <Text message={counted(of)} />
            </p>
            <p class="read-at">
              {t(epochName(of.epoch))}
              {of.rows.length > 0 && <ShowThese lens={lens} of={of} />}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function ShowThese({
  lens,
  of,
}: {
  readonly lens: Lens;
  readonly of: ForgottenOfRun;
}): JSX.Element {
  const { t } = usePage();
  const { run, now } = of.of;
  const show = (): void => {
    const [first] = of.rows;
    if (now === undefined || first === undefined) return;
    lookAt(lens, first * now.stride);
    lens.change({ mode: 'one', runId: run.identity.id, among: 'forgotten' });
  };
  return (
    <>
      {' · '}
      <button
        type="button"
        class="link"
        onClick={show}
        aria-label={t(message('show these images of {run}', { run: run.identity.name }))}
      >
        {t(message('show these images'))}
      </button>
    </>
  );
}

function counted({ of, rows, count: all, atFirst, still }: ForgottenOfRun): Message {
  const now = message('{run}: {count} of {all}.', {
    run: of.run.identity.name,
    count: count(rows.length),
    all: count(all),
  });
  if (atFirst === undefined) return now;
  if (atFirst.rows.length === 0)
    return message('{now} After {epoch} there was none.', { now, epoch: epochName(atFirst.epoch) });
  return message('{now} After {epoch} there were {before}; {still} of those are still there.', {
    now,
    epoch: epochName(atFirst.epoch),
    before: count(atFirst.rows.length),
    still: count(still.length),
  });
}

/** Which two losses, where there are more. */
function PairSelect({
  lens: { pairs, choice, change },
}: {
  readonly lens: Lens;
}): JSX.Element | null {
  const { t } = usePage();
  if (pairs.length < 2) return null;
  const options = pairs.map(([a, b], i) => {
    const names = { first: lossLabel(a.spec), second: lossLabel(b.spec) };
    return [String(i), t(message('{first} and {second}', names))] as const;
  });
  const chosen = choice.pair < pairs.length ? choice.pair : 0;
  return (
    <Select
      label={message('Losses')}
      options={options}
      chosen={String(chosen)}
      onChoose={(pair) => change({ pair: Number(pair) })}
    />
  );
}
