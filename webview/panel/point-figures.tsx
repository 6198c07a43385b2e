import type { JSX } from 'preact';
import { message } from '../../src/l10n.ts';
import type { PointAnswer } from '../../src/question.ts';
import { gradientsOfEpoch } from '../../src/run/at-step.ts';
import type { Run } from '../../src/run/run.ts';
import { usePage } from '../context.ts';

interface Props {
  readonly run: Run;
  readonly epoch: number;
  /** Undefined until the host has answered. */
  readonly answer: PointAnswer | undefined;
}

/** What was measured on the batch of a step, and the gradients of its epoch, which are kept by epoch. */
export function PointFigures({ run, epoch, answer }: Props): JSX.Element {
  const { t } = usePage();
  const told = (value: number | null | undefined, format: 'loss' | 'percent'): string =>
    value === undefined || value === null ? '–' : t.figure(value, format);
  return (
    <div class="point-figures">
      <table>
        <tbody>
          <Row
            name={t(message('loss of the batch, before the step'))}
            value={told(answer?.batch?.loss, 'loss')}
          />
          <Row
            name={t(message('accuracy of the batch'))}
            value={told(answer?.batch?.accuracy, 'percent')}
          />
          <Row name={t(message('learning rate of the step'))} value={told(answer?.rate, 'loss')} />
        </tbody>
      </table>
      {answer?.rate === null && (
        <p class="note">
          {t(
            message(
              'The step was taken in the run that this one continues, which is gone, and its learning rate with it.',
            ),
          )}
        </p>
      )}
      <Gradients run={run} epoch={epoch} />
    </div>
  );
}

function Gradients({ run, epoch }: Pick<Props, 'run' | 'epoch'>): JSX.Element {
  const { t } = usePage();
  const layers = gradientsOfEpoch(run, epoch);
  if (!layers)
    return <p class="note">{t(message('The gradient norms come at the end of the epoch.'))}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t(message('gradient norm in this epoch'))}</th>
          <th scope="col">{t(message('mean'))}</th>
          <th scope="col">{t(message('largest'))}</th>
        </tr>
      </thead>
      <tbody>
        {layers.map(({ norm, maxNorm }, layer) => (
          <tr key={layer}>
            <th scope="row">{run.setting?.layers[layer]?.name}</th>
            <td>{t.figure(norm, 'loss')}</td>
            <td>{t.figure(maxNorm, 'loss')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Row({ name, value }: { readonly name: string; readonly value: string }): JSX.Element {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{value}</td>
    </tr>
  );
}
