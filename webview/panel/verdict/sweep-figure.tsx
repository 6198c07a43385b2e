import type { JSX } from 'preact';
import type { Sweep, SweepPoint } from '../../../src/insight/fair/sweeps.ts';
import type { Pair } from '../../../src/insight/verdict/arms.ts';
import { message, type Translator } from '../../../src/l10n.ts';
import { stateLabel } from '../../../src/run/labels.ts';
import { usePage } from '../../context.ts';
import { TableTwin } from '../../parts/table-twin.tsx';
import type { Shown } from '../shown.ts';
import { axisOf, type Axis } from './axis.ts';
import { slotOfArm } from './slot-of-arm.ts';
import { YGrid } from './y-grid.tsx';

interface Props {
  readonly sweeps: readonly Sweep[];
  readonly pair: Pair;
  readonly shown: Shown;
}

/** Accuracy by learning rate, a line a loss; the chosen rate has a ring, a diverged one a cross. */
export function SweepFigure({ sweeps, pair, shown }: Props): JSX.Element {
  const { t } = usePage();
  const label = t(message('Best validation accuracy by learning rate'));
  return (
    <figure class="verdict-dots">
      <figcaption>{label}</figcaption>
      <Drawing sweeps={sweeps} pair={pair} shown={shown} label={label} />
      <TableTwin label={label} content={() => <Twin sweeps={sweeps} pair={pair} />} />
    </figure>
  );
}

function Drawing({ sweeps, pair, shown, label }: Props & { readonly label: string }): JSX.Element {
  const points = sweeps.flatMap((sweep) => sweep.points);
  const x = axisOf(points.map(({ rate }) => Math.log10(rate)), 75, 400); // prettier-ignore
  const y = axisOf(points.map(({ accuracy }) => accuracy).filter(Number.isFinite), 150, 24);
  return (
    <svg viewBox="0 0 420 200" role="img" aria-label={label} class="verdict-svg">
      <Axes x={x} y={y} points={points} />
      {sweeps.map((sweep) => (
        <Line
          key={sweep.side}
          sweep={sweep}
          x={x}
          y={y}
          slot={slotOfArm(pair[sweep.side], shown)}
        />
      ))}
    </svg>
  );
}

function Axes({ x, y, points }: { x: Axis; y: Axis; points: readonly SweepPoint[] }): JSX.Element {
  const { t } = usePage();
  const rates = [...new Set(points.map(({ rate }) => rate))].sort((a, b) => a - b);
  return (
    <>
      <YGrid y={y} from={62} to={412} />
      {rates.map((rate) => (
        <text key={rate} x={x.at(Math.log10(rate))} y="178" text-anchor="middle">
          {t.figure(rate, 'ratio')}
        </text>
      ))}
      <text x="237" y="196" text-anchor="middle">
        {t(message('learning rate'))}
      </text>
    </>
  );
}

interface LineProps {
  readonly sweep: Sweep;
  readonly x: Axis;
  readonly y: Axis;
  readonly slot: number;
}

function Line({ sweep, x, y, slot }: LineProps): JSX.Element {
  const places = sweep.points.map((point) => ({ ...point, at: x.at(Math.log10(point.rate)) }));
  const fit = places.filter(({ accuracy, run }) => Number.isFinite(accuracy) && run.state !== 'diverged'); // prettier-ignore
  return (
    <g class={`swatch-${slot}`}>
      <polyline class="svg-line" points={fit.map((p) => `${p.at},${y.at(p.accuracy)}`).join(' ')} />
      {fit.map((p) => (
        <g key={p.rate}>
          <circle class="svg-dot" r="3.5" cx={p.at} cy={y.at(p.accuracy)} />
          {p.isBest && <circle class="svg-ring" r="8" cx={p.at} cy={y.at(p.accuracy)} />}
        </g>
      ))}
      {places.filter(({ run }) => run.state === 'diverged').map((p) => (
        <path key={p.rate} class="svg-line" d={`M${p.at - 4} 154l8 8m0 -8l-8 8`} />
      ))}
    </g>
  );
} // prettier-ignore

function Twin({ sweeps, pair }: Omit<Props, 'shown'>): JSX.Element {
  const { t } = usePage();
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{t(message('loss'))}</th>
          <th scope="col">{t(message('learning rate'))}</th>
          <th scope="col">{t(message('accuracy'))}</th>
          <th scope="col">{t(message('state'))}</th>
        </tr>
      </thead>
      <tbody>
        {sweeps.flatMap(({ side, points }) =>
          points.map((point) => (
            <tr key={point.run.identity.id}>
              <th scope="row">{t(pair[side].name)}</th>
              <td>{t.figure(point.rate, 'ratio')}</td>
              <td>{Number.isFinite(point.accuracy) ? t.figure(point.accuracy, 'percent') : '–'}</td>
              <td>{stateOf(point, t)}</td>
            </tr>
          )),
        )}
      </tbody>
    </>
  );
}

function stateOf({ isBest, run }: SweepPoint, t: Translator): string {
  return isBest ? t(message('{state}, best', { state: stateLabel(run) })) : t(stateLabel(run));
}
