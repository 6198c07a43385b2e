import type { JSX } from 'preact';
import { usePage } from '../context.ts';
import type { HeatMap } from '../plots/heat-map.ts';
import { heatTitle } from '../plots/heat-words.ts';
import { ExportMenu } from './export-menu.tsx';
import { heatCsv, heatJson, heatMarkdown } from './heat-figures.ts';
import { heatPicture } from './heat-picture.ts';

/** What can be taken away of a heat map; the figures are all of its values. */
export function ExportHeatMap({ map }: { readonly map: HeatMap }): JSX.Element {
  const { t, theme } = usePage();
  return (
    <ExportMenu
      title={heatTitle(map)}
      picture={() => heatPicture(map, theme, t)}
      csv={() => heatCsv(map, t)}
      json={() => heatJson(map, t)}
      markdown={() => heatMarkdown(map, t)}
    />
  );
}
