import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { message, type Message } from '../../src/l10n.ts';
import { PlotView } from '../charts/plot-view.tsx';
import type { PlotOver } from '../charts/plot-canvas.tsx';
import { usePage } from '../context.ts';
import { slotOf } from '../panel/shown.ts';
import { marginHistogramPlot, type RunMargins } from '../plots/margin-histogram.ts';
import { pullPlot, valuePlot } from '../plots/pull.ts';
import type { Lens } from './lens.ts';
import { MarginLine, type Read } from './margin-line.tsx';
import { MarginSlider } from './margin-slider.tsx';

/** Each loss and its pull over the margin, and beneath them where the examples of each run lie. */
export function MarginPlots({ lens }: { readonly lens: Lens }): JSX.Element {
  const { t, choices } = usePage();
  const { drawn, classes } = lens;
  const { pull } = choices;
  const version = `${pull} ${classes} ${JSON.stringify(drawn)}`;
  const pick = (margin: number): void => lens.margin.set(margin);
  return (
    <section class="lens-margins" aria-labelledby="lens-margins">
      <h3 id="lens-margins">{t(message('Over the margin'))}</h3>
      <div class="lens-plots">
        <PlotView
          version={version}
          build={() => valuePlot(drawn, classes, pull)}
          over={useOver(lens, ({ value }) => value)}
          onPick={useStable(pick)}
        />
        <PlotView
          version={version}
          build={() => pullPlot(drawn, classes, pull)}
          over={useOver(lens, (reading) => reading.pull)}
          onPick={useStable(pick)}
        />
        <Histogram lens={lens} />
      </div>
      <MarginSlider lens={lens} />
      {notesOf(lens).map((note) => (
        <p key={note.text} class="note">
          {t(note)}
        </p>
      ))}
    </section>
  );
}

function Histogram({ lens }: { readonly lens: Lens }): JSX.Element | null {
  const { shown, outputs, measures } = lens;
  const over = useOver(lens, undefined);
  const runs = outputs.of.flatMap(({ run, now }): (RunMargins & { epoch: number })[] =>
    now === undefined
      ? []
      : [
          {
            name: run.identity.name,
            slot: slotOf(shown, run),
            margins: measures.margins(now),
            epoch: now.epoch,
          },
        ],
  );
  if (runs.length === 0) return null;
  const version = runs.map(({ name, slot, epoch }) => `${name} ${slot} ${epoch}`).join();
  return <PlotView version={version} build={() => marginHistogramPlot(runs)} over={over} />;
}

/** Another function only when what the line stands on has changed; a dragged margin it follows by itself. */
function useOver(lens: Lens, read: Read | undefined): PlotOver {
  const { by, example, losses, classes } = lens;
  const key = losses.map((of) => `${of.key} ${of.factor} ${of.slot}`).join();
  return useMemo<PlotOver>(
    () => (brush) => <MarginLine lens={lens} brush={brush} read={read} />,
    [by?.now, by?.run, example, classes, key],
  );
}

const useStable = <T,>(value: T): T => useMemo(() => value, []);

function notesOf({ losses, classes, drawn }: Lens): Message[] {
  const hasLinear = losses.some(({ loss }) => loss.activation === 'linear');
  const isLess = losses.length < drawn.length;
  return [
    message(
      'The curves: one example of {classes} classes. Margin: the label’s logit − the largest other logit; left of 0 the prediction is wrong, and the further left, the surer. One class rivals the label, the others lie far behind.',
      { classes: String(classes) },
    ),
    ...(hasLinear ? [message('On the linear output the logits of all other classes are 0.')] : []),
    ...(isLess
      ? [
          message(
            'A loss of whole images or batches has no curve: one label has no share of its own in it.',
          ),
        ]
      : []),
  ];
}
