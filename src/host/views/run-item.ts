import * as vscode from 'vscode';
import { datasetFacts } from '../../experiment/datasets/dataset-spec.ts';
import { modelLabel } from '../../experiment/names.ts';
import { noticesOfRun } from '../../insight/notices.ts';
import { count, loss, message, percent, type Message, type Translator } from '../../l10n.ts';
import { colourOf } from '../../run/colours.ts';
import { epochsDone, liveLoss, validationAccuracy } from '../../run/figures.ts';
import { stateLabel } from '../../run/labels.ts';
import { isActive, type Run } from '../../run/run.ts';
import type { Place } from '../queue.ts';

/** A row of the runs tree. @param place its place in the queue, while it waits there */
export function runItem(run: Run, place: Place | undefined, t: Translator): vscode.TreeItem {
  const item = new vscode.TreeItem(run.identity.name);
  const description = runDescription(run, place, t);
  item.id = run.identity.id;
  item.description = description;
  item.iconPath = stateIcon(run);
  item.contextValue = place === undefined ? contextValue(run) : 'run.waiting';
  item.tooltip = runTooltip(run, t);
  item.accessibilityInformation = {
    label: `${run.identity.name}, ${t(stateLabel(run))}, ${description}`,
  };
  item.command = { command: 'lossLab.openRun', title: t(message('Open')), arguments: [run] };
  return item;
}

/** "0.341 · 86.9 %", with the state before it where the state is the news. */
function runDescription(run: Run, place: Place | undefined, t: Translator): string {
  const lastLoss = liveLoss(run);
  const accuracy = validationAccuracy(run);
  const progress = message('{state} {done}/{epochs}', {
    state: stateLabel(run),
    done: epochsDone(run),
    epochs: run.identity.spec.epochs,
  });
  const queued = place && message('queued, {place} of {count}', { ...place });
  const parts: (Message | undefined)[] = [
    run.state === 'running' || run.state === 'completed' ? undefined : (queued ?? progress),
    lastLoss === undefined ? undefined : message('{loss}', { loss: loss(lastLoss) }),
    accuracy === undefined ? undefined : message('{accuracy}', { accuracy: percent(accuracy) }),
  ];
  return parts.flatMap((part) => (part === undefined ? [] : t(part))).join(' · ');
}

function runTooltip(run: Run, t: Translator): string {
  const { name, createdAt, spec, continues } = run.identity;
  const trained = `${t(datasetFacts(spec.dataset).label)} · ${t(modelLabel(spec.model))}`;
  const lines = [name, trained, t(stateLabel(run)), new Date(createdAt).toLocaleString(t.locale)];
  const origin =
    continues &&
    message('Continues {id} from epoch {epoch}', { ...continues, epoch: count(continues.epoch) });
  for (const more of [origin, run.reason, ...noticesOfRun(run)])
    if (more !== undefined) lines.push(t(more));
  return lines.join('\n');
}

/** What menus match on: `run.running`, `run.paused` and so on; `run.waiting` while in the queue. */
function contextValue(run: Run): string {
  return `run.${isActive(run.state) ? run.state : 'finished'}`;
}

function stateIcon(run: Run): vscode.ThemeIcon {
  const own = new vscode.ThemeColor(`lossLab.${colourOf(run.identity)}`);
  switch (run.state) {
    case 'queued':
      return new vscode.ThemeIcon('loading~spin', own);
    case 'running':
      return new vscode.ThemeIcon('circle-filled', own);
    case 'paused':
      return new vscode.ThemeIcon('debug-pause', own);
    case 'completed':
      return new vscode.ThemeIcon('check', own);
    case 'stopped':
      return new vscode.ThemeIcon('debug-stop', own);
    case 'interrupted':
      return new vscode.ThemeIcon('circle-slash', own);
    case 'diverged':
      return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    case 'failed':
      return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  }
}
