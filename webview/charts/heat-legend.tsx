import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { usePage } from '../context.ts';
import type { ColourScale } from '../plots/colour-scale.ts';
import type { Exception, HeatMap } from '../plots/heat-map.ts';
import { scaleTitle, signNames, signsIn } from '../plots/heat-words.ts';
import { paintBox } from './heat-paint.ts';
import { legendNumbers } from './legend-numbers.ts';
import { useCanvas } from './use-canvas.ts';

/** What the colours of some maps with one scale mean, and the signs that occur in them. */
export function HeatLegend({ maps }: { readonly maps: readonly HeatMap[] }): JSX.Element | null {
  const { t, theme } = usePage();
  const [first] = maps;
  return (
    useMemo(
      () => first && <Legend scale={first.scale} signs={signsIn(maps)} />,
      [...maps, t, theme],
    ) ?? null
  );
}

interface LegendProps {
  readonly scale: ColourScale;
  readonly signs: readonly Exception[];
}

function Legend({ scale, signs }: LegendProps): JSX.Element {
  const { t } = usePage();
  return (
    <div class="heat-legend">
      <p>{t(scaleTitle(scale))}</p>
      <Ramp scale={scale} />
      <ul>
        {signs.map((sign) => (
          <li key={sign}>
            <Sample sign={sign} />
            {t(signNames[sign])}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Ramp({ scale }: { readonly scale: ColourScale }): JSX.Element {
  const { t, theme } = usePage();
  const stops = theme.ramp.filter((_, step) => step % 7 === 0).join(', ');
  return (
    <div class="heat-ramp">
      <div style={{ background: `linear-gradient(to right, ${stops})` }} />
      {legendNumbers(scale, t).map(({ place, text }) => (
        <span key={place} style={{ left: `${100 * place}%` }}>
          {text}
        </span>
      ))}
    </div>
  );
}

const [width, height] = [26, 14];

function Sample({ sign }: { readonly sign: Exception }): JSX.Element {
  const { theme } = usePage();
  const canvas = useRef<HTMLCanvasElement>(null);
  const draw = (context: CanvasRenderingContext2D): void =>
    paintBox(context, { x: 0, y: 0, width, height }, sign, theme);
  useCanvas(canvas, width, height, draw, [sign, theme]);
  return <canvas ref={canvas} class="heat-sample" aria-hidden="true" />;
}
