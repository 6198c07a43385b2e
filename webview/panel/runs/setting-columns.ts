import { message, type Message, type Translator } from '../../../src/l10n.ts';
import type { Column } from './columns.ts';
import type { Row } from './rows.ts';
import { settings } from './settings.ts';
import type { Setting, SettingValue } from './settings/setting.ts';

/** The settings in which rows differ; the seeds within a group are no difference. */
export function settingColumns(rows: readonly Row[], t: Translator): Column[] {
  return settings.filter((setting) => differs(setting, rows, t)).map(settingColumn);
}

function differs(setting: Setting, rows: readonly Row[], t: Translator): boolean {
  const kinds = new Map<string, Set<string>>();
  for (const row of rows) {
    const values = valuesOf(setting, row);
    if (values.includes(undefined)) continue;
    const among = setting.among?.(row.runs[0].identity.spec) ?? '';
    const kind = [...new Set(values.map(keyOf))].sort().join('\n');
    kinds.set(among, (kinds.get(among) ?? new Set()).add(kind));
  }
  if (![...kinds.values()].some(({ size }) => size > 1)) return false;
  return setting.id !== 'loss' || !rows.every((row) => isNamedBy(row, setting, t));
}

/** A loss that every name says needs no column. */
function isNamedBy({ name, runs: [run] }: Row, setting: Setting, t: Translator): boolean {
  const loss = asMessage(setting.of(run.identity.spec));
  return loss !== undefined && name.startsWith(t(loss));
}

function settingColumn(setting: Setting): Column {
  const only = (row: Row): SettingValue => {
    const values = valuesOf(setting, row);
    return new Set(values.map(keyOf)).size === 1 ? values[0] : undefined;
  };
  return {
    id: setting.id,
    label: setting.label,
    first: 'ascending',
    isNumeric: false,
    told: (row) => asMessage(only(row)),
    key: (row) => {
      const value = only(row);
      return value !== undefined && 'format' in value ? value.value : value;
    },
  };
}

export function asMessage(value: SettingValue): Message | undefined {
  return value !== undefined && 'format' in value ? message('{value}', { value }) : value;
}

const valuesOf = (setting: Setting, { runs }: Row): SettingValue[] =>
  runs.map(({ identity }) => setting.of(identity.spec));

const keyOf = (value: SettingValue): string => JSON.stringify(value ?? null);
