import type { Translator } from '../../src/l10n.ts';
import { measuredColumns, type HeatMap } from '../plots/heat-map.ts';
import { columnName, heatTitle } from '../plots/heat-words.ts';
import { field } from './csv.ts';
import { markdownTable } from './markdown.ts';

/** Every measured value as CSV (RFC 4180), a row each; `column` 0 is step 1 alone. */
export function heatCsv(map: HeatMap, t: Translator): string {
  const { rows, columns, values } = map;
  const start = [t(map.title), map.subject].map(field).join(',');
  const lines = rows.entries.flatMap(({ name }, row) =>
    columns.moments.flatMap((moment, column) => {
      const value = values[row]?.[column];
      return value === undefined ? [] : [`${start},${field(t(name))},${moment},${value}`];
    }),
  );
  return ['map,run,row,column,value', ...lines, ''].join('\r\n');
}

/** The same as JSON, [row][column]; null was not measured, NaN and the infinities are texts. */
export function heatJson(map: HeatMap, t: Translator): string {
  const { rows, columns, values, scale } = map;
  const content = {
    generator: 'Loss Lab',
    notFinite: ['NaN', 'Infinity', '-Infinity'],
    title: t(map.title),
    run: map.subject,
    rows: { title: t(rows.title), names: rows.entries.map(({ name }) => t(name)) },
    columns: { title: t(columns.title), values: columns.moments },
    quantity: t(scale.title),
    values: values.map((of) => columns.moments.map((_, column) => written(of[column]))),
  };
  return `${JSON.stringify(content)}\n`;
}

function written(value: number | undefined): number | string | null {
  if (value === undefined) return null;
  return Number.isFinite(value) ? value : String(value);
}

/** A row a column of the map, as in its table twin. */
export function heatMarkdown(map: HeatMap, t: Translator): string {
  const { rows } = map;
  return markdownTable(
    [t(heatTitle(map)), ...rows.entries.map(({ name }) => t(name))],
    measuredColumns(map).map((column) => [
      t(columnName(map, column)),
      ...rows.entries.map((_, row) => t(map.tell(row, column))),
    ]),
  );
}
