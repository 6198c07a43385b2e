import * as vscode from 'vscode';
import { briefProgress, comparisonProgress, type Comparison } from '../../insight/comparisons.ts';
import { message, type Translator } from '../../l10n.ts';
import type { RunAction } from '../../protocol.ts';
import { isActive } from '../../run/run.ts';
import { canDo } from '../can-do.ts';

const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/**
 * The row of a large comparison, with its runs below, named so that a narrow side bar has room for its figures;
 * the tooltip has the whole. It begins open while anything in it trains; from then on
 * it is as a person leaves it, since VS Code keeps that by the id.
 */
export function comparisonItem(comparison: Comparison, t: Translator): vscode.TreeItem {
  const { id, kind, title, short, runs } = comparison;
  const isAtWork = runs.some(({ state }) => isActive(state));
  const item = new vscode.TreeItem(t(short), isAtWork ? Expanded : Collapsed);
  const progress = comparisonProgress(comparison);
  item.id = id;
  item.description = t(briefProgress(comparison));
  item.iconPath = new vscode.ThemeIcon(icons[kind]);
  item.contextValue = ['comparison', ...actionsOn(comparison)].join('.');
  const full = kind === 'study' ? message('Study: {title}', { title }) : title;
  item.tooltip = [full, progress].map(t).join('\n');
  item.accessibilityInformation = { label: `${t(full)}, ${t(progress)}` };
  return item;
}

const icons: Record<Comparison['kind'], string> = {
  study: 'mortar-board',
  fair: 'law',
  other: 'git-compare',
};

/** What menus match on. A pause gives room to those that wait, so none of them may be of the comparison. */
function actionsOn({ runs }: Comparison): RunAction[] {
  const waits = runs.some(({ state }) => state === 'queued');
  const actions: readonly RunAction[] = waits ? ['resume', 'stop'] : ['pause', 'resume', 'stop'];
  return actions.filter((action) => runs.some((run) => canDo(action, run)));
}
