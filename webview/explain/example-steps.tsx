import type { JSX } from 'preact';
import { imageOf, rowOf } from '../../src/insight/lens/outputs.ts';
import { count, message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';
import { Icon } from '../parts/icon.tsx';
import { Select } from '../parts/select.tsx';
import { lookAt, type Lens } from './lens.ts';
import { stepFrom } from './lens-steps.ts';
import type { ExampleProps } from './one-example.tsx';

/** Through the hardest examples of a run, or to one by its number. */
export function ExampleSteps({ lens, group }: ExampleProps): JSX.Element {
  const { t } = usePage();
  const { by, change, choice, steps } = lens;
  return (
    <div class="lens-steps">
      {group.runs.length > 1 && (
        <Select
          label={message('Hardest of')}
          options={group.runs.map(({ identity }) => [identity.id, identity.name])}
          chosen={by?.run.identity.id ?? ''}
          onChoose={(runId) => change({ runId })}
        />
      )}
      <div class="lens-buttons">
        <Step lens={lens} by={-1} />
        <Step lens={lens} by={1} />
        <ByNumber lens={lens} />
      </div>
      {choice.among === 'forgotten' && (
        <button type="button" class="chip-button" onClick={() => change({ among: 'all' })}>
          {t(
            message('Only the {count} that the loss has let go of', {
              count: count(steps.rows.length),
            }),
          )}
          <span aria-hidden="true"> ×</span>
        </button>
      )}
    </div>
  );
}

function Step({ lens, by }: { readonly lens: Lens; readonly by: -1 | 1 }): JSX.Element {
  const { t } = usePage();
  const { steps } = lens;
  const to = stepFrom(steps, by);
  const name = t(by === 1 ? message('Next example') : message('Previous example'));
  const stride = lens.by?.now?.stride ?? 1;
  return (
    <button
      type="button"
      class="button compact"
      aria-label={name}
      title={name}
      disabled={to === undefined}
      onClick={() => to !== undefined && lookAt(lens, to * stride)}
    >
      <span class={by === 1 ? '' : 'turned'}>
        <Icon name="chevron" />
      </span>
    </button>
  );
}

/** The image by its number; of a segmented one the first pixel that there is. */
function ByNumber({ lens }: { readonly lens: Lens }): JSX.Element | null {
  const { t } = usePage();
  const now = lens.by?.now;
  if (now === undefined || lens.example === undefined) return null;
  const { labelsPerImage, stride, labels } = now;
  const last = imageOf(now, labels.length - 1) + 1;
  const look = (number: number): void => {
    if (!Number.isInteger(number) || number < 1 || number > last) return;
    lookAt(lens, Math.ceil(((number - 1) * labelsPerImage) / stride) * stride);
  };
  return (
    <label class="by-number">
      <span>{t(message('Image'))}</span>
      <input
        type="number"
        min={1}
        max={last}
        value={imageOf(now, rowOf(now, lens.example)) + 1}
        onChange={(event) => look(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}
