import type { JSX } from 'preact';
import { message, type Message } from '../../src/l10n.ts';
import type { XAxis, YScale } from '../choices.ts';
import { usePage } from '../context.ts';
import { Segmented } from '../parts/segmented.tsx';

const xLabels: Record<XAxis, Message> = {
  step: message('Step'),
  epoch: message('Epoch'),
  time: message('Time'),
};

const yLabels: Record<YScale, Message> = { linear: message('Linear'), log: message('Log') };

/** What x is, and how the losses are spread over y. */
export function AxisControls(): JSX.Element {
  const { choices, choose } = usePage();
  return (
    <div class="axis-controls">
      <Segmented
        name="x-axis"
        label={message('Horizontal axis')}
        options={xLabels}
        chosen={choices.x}
        onChoose={(x) => choose({ x })}
      />
      <Segmented
        name="y-scale"
        label={message('Scale of the losses')}
        options={yLabels}
        chosen={choices.y}
        onChoose={(y) => choose({ y })}
      />
    </div>
  );
}
