import * as vscode from 'vscode';
import { studies, type StudyName } from '../../insight/studies/catalogue.ts';
import { measuredStudies } from '../../insight/studies/measured.ts';
import { outcomeLabel } from '../../insight/studies/words.ts';
import { message, type Message, type Translator } from '../../l10n.ts';

/** A row of the tree Experiments: what is claimed, and what came out of it for the docs. */
export function studyItem(name: StudyName, t: Translator): vscode.TreeItem {
  const { title, claim, source } = studies[name];
  const item = new vscode.TreeItem(t(title));
  item.id = `study.${name}`;
  item.description = t(measuredOutcome(name));
  item.iconPath = new vscode.ThemeIcon('mortar-board');
  item.contextValue = 'experiment.study';
  item.tooltip = [title, claim, source].map(t).join('\n');
  return item;
}

/** What was measured for the docs. */
export function measuredOutcome(name: StudyName): Message {
  const measured = measuredStudies[name];
  return measured ? outcomeLabel(measured.outcome) : message('not measured yet');
}
