import { useMemo, useRef } from 'preact/hooks';
import { rowOf } from '../../src/insight/lens/outputs.ts';
import type { Run } from '../../src/run/run.ts';
import { usePage } from '../context.ts';
import { dataGroup } from '../panel/data/data-group.ts';
import type { Shown } from '../panel/shown.ts';
import { classesOf } from '../plots/run-series.ts';
import { useStore } from '../use-store.ts';
import { drawnLosses } from './drawn-losses.ts';
import { forgottenOf, pairsOf } from './forgotten-of.ts';
import type { Lens } from './lens.ts';
import type { LensChoice } from './lens-choice.ts';
import { keyOfLoss, lensLosses, type LensLoss } from './lens-loss.ts';
import { LensMeasures } from './lens-measures.ts';
import { stepsOf, type Steps } from './lens-steps.ts';
import { useKeptStore } from './use-kept-store.ts';
import { useOutputs, type RunOutputs } from './use-outputs.ts';

/** All that the parts of the lens look at, at the epoch and the example that are chosen. */
export function useLens(shown: Shown): Lens {
  const { choices, choose } = usePage();
  const choice = choices.lens;
  const latest = useRef(choice);
  latest.current = choice;
  const change = (to: Partial<LensChoice>): void => {
    latest.current = { ...latest.current, ...to };
    choose({ lens: latest.current });
  };
  const margin = useKeptStore(choice.margin, (to) => change({ margin: to }));
  const epoch = useKeptStore(choice.epoch, (to) => change({ epoch: to }));
  const group = dataGroup(shown, choice.runId ?? lastMeasured(shown.runs));
  const runs = group?.runs ?? [];
  const outputs = useOutputs(
    runs,
    useStore(epoch, (of) => of),
  );
  const measures = useMemo(() => new LensMeasures(), []);
  const classes = Math.max(...(group ? runs : shown.runs).map(classesOf));
  const drawn = drawnLosses(shown, choices.losses);
  const losses = lensLosses(drawn, classes, choices.pull);
  const by = outputs.of.find(({ run }) => run === group?.by);
  const pairs = pairsOf(losses);
  const pair = pairs[choice.pair] ?? pairs[0];
  const forgotten = pair && forgottenOf(pair, outputs.of, measures);
  const ordering = orderingLoss(by, losses);
  const example = useExample(by, ordering, measures, choice, group?.imagesKey);
  const mine = forgotten?.runs.find(({ of }) => of === by)?.rows ?? [];
  return {
    ...{ shown, group, choice, change, margin, epoch, outputs, measures, classes, drawn, losses },
    ...{ by, pairs, forgotten, ordering, example },
    steps: stepsIn(by, ordering, measures, mine, choice, example),
  };
}

function lastMeasured(runs: readonly Run[]): string | null {
  return runs.findLast(({ evaluations }) => evaluations.last !== undefined)?.identity.id ?? null;
}

/** The run's own loss, where single labels have it; else the first that is shown. */
function orderingLoss(
  by: RunOutputs | undefined,
  losses: readonly LensLoss[],
): LensLoss | undefined {
  const own = by && keyOfLoss(by.run.identity.spec.loss);
  return losses.find(({ key }) => key === own) ?? losses[0];
}

/** The chosen label; until one is chosen, the hardest when the images were first looked at. */
function useExample(
  by: RunOutputs | undefined,
  ordering: LensLoss | undefined,
  measures: LensMeasures,
  { example }: LensChoice,
  imagesKey: string | undefined,
): number | undefined {
  const first = useRef<{ key: string | undefined; label: number }>(undefined);
  const now = by?.now;
  if (now === undefined || ordering === undefined) return undefined;
  if (example !== null) return rowOf(now, example) * now.stride;
  if (first.current?.key !== imagesKey || first.current === undefined) {
    const row = measures.order(now, ordering)[0] ?? 0;
    first.current = { key: imagesKey, label: row * now.stride };
  }
  return first.current.label;
}

function stepsIn(
  by: RunOutputs | undefined,
  ordering: LensLoss | undefined,
  measures: LensMeasures,
  forgotten: readonly number[],
  { among }: LensChoice,
  example: number | undefined,
): Steps {
  const now = by?.now;
  if (now === undefined || ordering === undefined) return { rows: [], place: -1 };
  const row = example === undefined ? undefined : rowOf(now, example);
  return stepsOf(measures.order(now, ordering), forgotten, among, row);
}
