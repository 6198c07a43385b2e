import { losses } from '../../experiment/losses/catalogue.ts';
import { count, message, percent, seconds, type Message, type Translator } from '../../l10n.ts';
import {
  epochsDone,
  imagesPerSecond,
  liveLoss,
  secondsLeft,
  trend,
  validationAccuracy,
} from '../../run/figures.ts';
import { noticesOf } from '../../insight/notices.ts';
import { isActive, type Run } from '../../run/run.ts';
import { stateLabel } from '../../run/labels.ts';

/** "$(pulse) CE 0.231 ↓ 12/50": the state's icon, the last batch's loss, its trend, the epoch. */
export function statusText(run: Run, t: Translator): string {
  const name = losses[run.identity.spec.loss.name].abbreviation;
  const loss = liveLoss(run);
  if (run.state === 'diverged' || run.state === 'failed' || loss === undefined) {
    return `${statusIcon(run)} ${name} ${run.state === 'running' ? '' : t(stateLabel(run))}`.trimEnd();
  }
  const direction = run.state === 'running' ? ` ${trend(run)}` : '';
  const epochs = `${epochsDone(run)}/${run.identity.spec.epochs}`;
  return `${statusIcon(run)} ${name} ${t.figure(loss, 'live')}${direction} ${epochs}`;
}

function statusIcon({ state }: Run): string {
  switch (state) {
    case 'queued':
      return '$(loading~spin)';
    case 'running':
      return '$(pulse)';
    case 'paused':
      return '$(debug-pause)';
    case 'diverged':
      return '$(warning)';
    case 'failed':
      return '$(error)';
    case 'completed':
      return '$(check)';
    case 'stopped':
    case 'interrupted':
      return '$(debug-stop)';
  }
}

/** One paragraph of markdown a run: name, state, figures, links to act on it; then what to know of them. */
export function statusTooltip(runs: readonly Run[], t: Translator): string {
  const notices = noticesOf(runs).map((notice) => `$(info) ${escapeMarkdown(t(notice))}`);
  return [...runs.map((run) => paragraph(run, t)), ...notices].join('\n\n---\n\n');
}

function paragraph(run: Run, t: Translator): string {
  return [
    `**${escapeMarkdown(run.identity.name)}** · ${t(stateLabel(run))}`,
    figures(run, t),
    links(run, t),
  ]
    .filter(Boolean)
    .join('  \n');
}

function figures(run: Run, t: Translator): string {
  const loss = liveLoss(run);
  const accuracy = validationAccuracy(run);
  const speed = imagesPerSecond(run);
  const left = isActive(run.state) ? secondsLeft(run) : undefined;
  const parts: (Message | undefined)[] = [
    loss === undefined ? undefined : message('loss of the last batch {loss}', { loss }),
    accuracy === undefined
      ? undefined
      : message('validation accuracy {accuracy}', { accuracy: percent(accuracy) }),
    speed === undefined ? undefined : message('{speed} images/s', { speed: count(speed) }),
    left === undefined ? undefined : message('{time} left', { time: seconds(left) }),
  ];
  return parts.flatMap((part) => (part === undefined ? [] : t(part))).join(' · ');
}

function links(run: Run, t: Translator): string {
  const link = (command: string, label: Message): string =>
    `[${t(label)}](command:lossLab.${command}?${encodeURIComponent(JSON.stringify([run.identity.id]))})`;
  const stop = isActive(run.state) ? [link('stop', message('Stop'))] : [];
  return [link('openRun', message('Open')), ...stop].join(' · ');
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~$]/g, '\\$&');
}
