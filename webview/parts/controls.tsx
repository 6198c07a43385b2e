import type { JSX } from 'preact';
import { message, type Message, type MessageArg } from '../../src/l10n.ts';
import type { RunAction } from '../../src/protocol.ts';
import { isActive, type Run } from '../../src/run/run.ts';
import { usePage } from '../context.ts';
import { Icon, type IconName } from './icon.tsx';

interface Props {
  readonly runs: readonly Run[];
  /** Whom the buttons act on, for their accessible names. */
  readonly of: MessageArg;
  /** What stands on the buttons: an icon alone, with a verb, or with whom they act on too. */
  readonly words?: 'none' | 'verb' | 'all';
}

/** Pause, resume, one step and stop, each only where it can do something. */
export function Controls({ runs, of, words = 'verb' }: Props): JSX.Element | null {
  const active = runs.filter((run) => isActive(run.state));
  if (active.length === 0) return null;
  const running = active.filter((run) => run.state !== 'paused');
  const paused = active.filter((run) => run.state === 'paused');
  return (
    <div class="controls">
      {running.length > 0 && <Control action="pause" runs={running} of={of} words={words} />}
      {paused.length > 0 && <Control action="resume" runs={paused} of={of} words={words} />}
      {paused.length > 0 && <Control action="step" runs={paused} of={of} words={words} />}
      <Control action="stop" runs={active} of={of} words={words} />
    </div>
  );
}

const actions: Record<
  RunAction,
  { icon: IconName; label: Message; name: (of: MessageArg) => Message }
> = {
  pause: {
    icon: 'pause',
    label: message('Pause'),
    name: (of) => message('Pause {run}', { run: of }),
  },
  resume: {
    icon: 'resume',
    label: message('Resume'),
    name: (of) => message('Resume {run}', { run: of }),
  },
  step: {
    icon: 'step',
    label: message('One step'),
    name: (of) => message('One batch of {run}', { run: of }),
  },
  stop: { icon: 'stop', label: message('Stop'), name: (of) => message('Stop {run}', { run: of }) },
};

function Control({
  action,
  runs,
  of,
  words,
}: Required<Props> & { action: RunAction }): JSX.Element {
  const { t, post } = usePage();
  const { icon, label, name } = actions[action];
  const runIds = runs.map((run) => run.identity.id);
  return (
    <button
      type="button"
      class={words === 'none' ? 'button compact' : 'button'}
      aria-label={t(name(of))}
      title={t(name(of))}
      onClick={() => post({ type: 'control', action, runIds })}
    >
      <Icon name={icon} />
      {words === 'verb' && t(label)}
      {words === 'all' && t(name(of))}
    </button>
  );
}
