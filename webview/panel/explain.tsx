import type { JSX } from 'preact';
import { losses, type LossName } from '../../src/experiment/losses/catalogue.ts';
import { lossLabel } from '../../src/experiment/names.ts';
import { message, type Message } from '../../src/l10n.ts';
import { PlotView } from '../charts/plot-view.tsx';
import type { PullScale } from '../choices.ts';
import { usePage } from '../context.ts';
import { LossCard } from '../explain/loss-card.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { Swatch } from '../parts/swatch.tsx';
import { pullPlot, valuePlot, type DrawnLoss } from '../plots/pull.ts';
import { classesOf } from '../plots/run-series.ts';
import { LossPicker } from './loss-picker.tsx';
import { explainedLosses, otherLosses } from './shown-losses.ts';
import { slotOf, type Shown } from './shown.ts';

/** The formulas of the losses, and what follows from them for an example of a given margin. */
export function Explain(shown: Shown): JSX.Element {
  const { choices } = usePage();
  const drawn = drawnLosses(shown, choices.losses);
  return (
    <>
      <div class="loss-cards">
        {drawn.map((loss) => (
          <LossCard key={JSON.stringify(loss.spec)} loss={loss} />
        ))}
      </div>
      <LossPicker others={otherLosses(shown.runs)} />
      <MarginPlots drawn={drawn} classes={Math.max(...shown.runs.map(classesOf))} />
    </>
  );
}

const scales: Record<PullScale, Message> = {
  sum: message('Sum over classes'),
  trained: message('As trained'),
};

function MarginPlots({
  drawn,
  classes,
}: {
  drawn: readonly DrawnLoss[];
  classes: number;
}): JSX.Element {
  const { t, choices, choose } = usePage();
  const { pull } = choices;
  const version = `${pull} ${classes} ${JSON.stringify(drawn)}`;
  return (
    <>
      <div class="toolbar">
        <LossKey drawn={drawn} />
        <Segmented
          name="pull-scale"
          label={message('Scale of the losses')}
          options={scales}
          chosen={pull}
          onChoose={(chosen) => choose({ pull: chosen })}
        />
      </div>
      <div class="plots">
        <PlotView version={version} build={() => valuePlot(drawn, classes, pull)} />
        <PlotView version={version} build={() => pullPlot(drawn, classes, pull)} />
      </div>
      {marginNotes(drawn, classes).map((note) => (
        <p class="note">{t(note)}</p>
      ))}
    </>
  );
}

function marginNotes(drawn: readonly DrawnLoss[], classes: number): Message[] {
  const hasLinear = drawn.some(({ spec }) => losses[spec.name].activation === 'linear');
  return [
    message(
      'One example of {classes} classes. Margin: the label’s logit − the largest other logit; left of 0 the prediction is wrong, and the further left, the surer. One class rivals the label, the others lie far behind.',
      { classes: String(classes) },
    ),
    ...(hasLinear ? [message('On the linear output the logits of all other classes are 0.')] : []),
  ];
}

function LossKey({ drawn }: { readonly drawn: readonly DrawnLoss[] }): JSX.Element {
  const { t } = usePage();
  return (
    <ul class="line-kinds">
      {drawn.map(({ spec, slot }) => (
        <li key={JSON.stringify(spec)}>
          <Swatch slot={slot} />
          {t(lossLabel(spec))}
        </li>
      ))}
    </ul>
  );
}

/** A loss has the colour of the run that trains on it; one that none trains on, a free colour. */
function drawnLosses(shown: Shown, picked: readonly LossName[]): DrawnLoss[] {
  const taken = new Set(shown.slots.values());
  return explainedLosses(shown.runs, picked).map((spec) => {
    const key = JSON.stringify(spec);
    const run = shown.runs.find(({ identity }) => JSON.stringify(identity.spec.loss) === key);
    return { spec, slot: run === undefined ? takeFree(taken) : slotOf(shown, run) };
  });
}

function takeFree(taken: Set<number>): number {
  let slot = 0;
  while (taken.has(slot)) slot++;
  taken.add(slot);
  return slot;
}
