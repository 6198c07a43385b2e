import type { JSX } from 'preact';
import { message, type Message } from '../../src/l10n.ts';
import type { PullScale } from '../choices.ts';
import { usePage } from '../context.ts';
import { AllExamples } from '../explain/all-examples.tsx';
import { EpochBar } from '../explain/epoch-bar.tsx';
import type { Lens } from '../explain/lens.ts';
import type { LensMode } from '../explain/lens-choice.ts';
import { MarginPlots } from '../explain/margin-plots.tsx';
import { OneExample } from '../explain/one-example.tsx';
import { useLens } from '../explain/use-lens.ts';
import { Why } from '../explain/why.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { LossPicker } from './loss-picker.tsx';
import { otherLosses } from './shown-losses.ts';
import type { Shown } from './shown.ts';

/** The lens: what each loss makes of the examples of these runs, and why. */
export function Explain(shown: Shown): JSX.Element {
  const lens = useLens(shown);
  return (
    <>
      <LensBar lens={lens} />
      <div class="lens">
        {lens.choice.mode === 'one' ? <OneExample lens={lens} /> : <AllExamples lens={lens} />}
        <MarginPlots lens={lens} />
        <Why lens={lens} />
      </div>
    </>
  );
}

const modes: Record<LensMode, Message> = {
  one: message('One example'),
  all: message('All examples'),
};

const scales: Record<PullScale, Message> = {
  sum: message('Sum over classes'),
  trained: message('As trained'),
};

/** What is looked at: one or all, at which epoch, under which losses. */
function LensBar({ lens }: { readonly lens: Lens }): JSX.Element {
  const { t, choices, choose } = usePage();
  return (
    <div class="lens-bar">
      <div class="axis-controls">
        <Segmented
          name="lens-mode"
          label={message('Examples')}
          options={modes}
          chosen={lens.choice.mode}
          onChoose={(mode) => lens.change({ mode })}
        />
        <Segmented
          name="pull-scale"
          label={message('Scale of the losses')}
          options={scales}
          chosen={choices.pull}
          onChoose={(pull) => choose({ pull })}
        />
      </div>
      <EpochBar lens={lens} />
      <details class="more-losses">
        <summary>{t(message('Other losses'))}</summary>
        <LossPicker others={otherLosses(lens.shown.runs)} />
      </details>
    </div>
  );
}
