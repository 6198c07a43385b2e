import type { JSX } from 'preact';
import type { Pair } from '../../../src/insight/verdict/arms.ts';
import { decisive, evidence, type Evidence } from '../../../src/insight/verdict/evidence.ts';
import { message, percent } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { TableTwin } from '../../parts/table-twin.tsx';
import type { Shown } from '../shown.ts';
import { axisOf, type Axis } from './axis.ts';
import { slotOfArm } from './slot-of-arm.ts';
import { YGrid } from './y-grid.tsx';

interface Props {
  readonly pair: Pair;
  readonly shown: Shown;
}

/** One line a seed between the two losses: what is paired, and whether all lean the same way. */
export function SeedDots({ pair, shown }: Props): JSX.Element | null {
  const { t } = usePage();
  const found = evidence(decisive, pair);
  const seeds = [...found.a.bySeed.keys()].filter((seed) => found.b.bySeed.has(seed));
  if (seeds.length === 0) return null;
  const label = t(message('Validation accuracy, a line a seed'));
  return (
    <figure class="verdict-dots">
      <figcaption>{label}</figcaption>
      <Drawing found={found} seeds={seeds} pair={pair} shown={shown} label={label} />
      <TableTwin label={label} content={() => <Twin found={found} seeds={seeds} pair={pair} />} />
    </figure>
  );
}

const [left, right] = [110, 230];

function Drawing({
  found,
  seeds,
  pair,
  shown,
  label,
}: Props & Told & { label: string }): JSX.Element {
  const { t } = usePage();
  const values = [...found.a.bySeed.values(), ...found.b.bySeed.values()];
  const y = axisOf(values, 140, 20);
  return (
    <svg viewBox="0 0 340 180" role="img" aria-label={label} class="verdict-svg">
      <YGrid y={y} from={60} to={280} />
      {seeds.map((seed) => (
        <line key={seed} class="svg-link" x1={left} x2={right} {...ends(found, seed, y)} />
      ))}
      {(['a', 'b'] as const).map((side, index) => (
        <g key={side} class={`swatch-${slotOfArm(pair[side], shown)}`}>
          {seeds.map((seed) => (
            <circle
              key={seed}
              class="svg-dot"
              r="4"
              cx={index === 0 ? left : right}
              cy={y.at(found[side].bySeed.get(seed) ?? NaN)}
            />
          ))}
          <text x={index === 0 ? left : right} y="168" text-anchor="middle" class="svg-name">
            {short(t(pair[side].name))}
          </text>
        </g>
      ))}
    </svg>
  );
}

interface Told {
  readonly found: Evidence;
  readonly seeds: readonly number[];
}

function ends({ a, b }: Evidence, seed: number, y: Axis): { y1: number; y2: number } {
  return { y1: y.at(a.bySeed.get(seed) ?? NaN), y2: y.at(b.bySeed.get(seed) ?? NaN) };
}

/** What fits under a column; the whole stands in the table. */
export function short(name: string): string {
  return name.length > 18 ? `${name.slice(0, 17)}…` : name;
}

function Twin({ found, seeds, pair }: Told & { readonly pair: Pair }): JSX.Element {
  const { t } = usePage();
  const told = (value = NaN): string => t(message('{value}', { value: percent(value) }));
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{t(message('seed'))}</th>
          <th scope="col">{t(pair.a.name)}</th>
          <th scope="col">{t(pair.b.name)}</th>
        </tr>
      </thead>
      <tbody>
        {seeds.map((seed) => (
          <tr key={seed}>
            <th scope="row">{seed}</th>
            <td>{told(found.a.bySeed.get(seed))}</td>
            <td>{told(found.b.bySeed.get(seed))}</td>
          </tr>
        ))}
      </tbody>
    </>
  );
}
