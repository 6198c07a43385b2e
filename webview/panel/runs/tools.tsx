import type { JSX } from 'preact';
import { count, message } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';
import type { Shown } from '../shown.ts';
import type { Measure } from './measures.ts';
import { ShowButtons } from './show-buttons.tsx';

interface Props {
  readonly shown: Shown;
  /** Those that the filter lets through. */
  readonly listed: readonly Run[];
  readonly measure: Measure;
  readonly measures: readonly Measure[];
}

/** Which rows the table has, whose values, and which runs are drawn. */
export function Tools({ shown, listed, measure, measures }: Props): JSX.Element {
  const { t, choices, choose } = usePage();
  const counts = {
    listed: count(listed.length),
    all: count(shown.all.length),
    shown: count(shown.runs.length),
  };
  return (
    <div class="runs-tools">
      <input
        type="search"
        value={choices.filter}
        placeholder={t(message('Filter by name or setting'))}
        aria-label={t(message('Filter by name or setting'))}
        onInput={({ currentTarget }) => choose({ filter: currentTarget.value })}
      />
      <label>
        <span class="note">{t(message('Values'))}</span>
        <select
          value={measure.id}
          onChange={({ currentTarget }) => choose({ measure: currentTarget.value })}
        >
          {measures.map(({ id, label }) => (
            <option key={id} value={id}>
              {t(label)}
            </option>
          ))}
        </select>
      </label>
      <ShowButtons shown={shown} listed={listed} />
      <span class="note" role="status">
        {t(
          choices.filter.trim() === ''
            ? message('{shown} of {all} shown', counts)
            : message('{listed} of {all} listed, {shown} shown', counts),
        )}
      </span>
    </div>
  );
}
