import * as vscode from 'vscode';
import { isLossName } from '../experiment/losses/catalogue.ts';
import { armsOf } from '../insight/verdict/arms.ts';
import { message, type Translator } from '../l10n.ts';
import { joining } from '../run/new-identity.ts';
import type { Run } from '../run/run.ts';
import { lossChoices } from './comparison-choices.ts';
import type { Lab } from './lab.ts';

/** The same experiment with a loss that the person picks, once a seed; the old runs and the new. */
export async function startWithOtherLoss(
  shown: readonly Run[],
  lab: Lab,
  t: Translator,
): Promise<readonly Run[]> {
  const [arm] = armsOf(shown.length > 0 ? shown : lab.store.runs);
  const [first, ...others] = arm?.runs ?? [];
  if (arm === undefined || first === undefined) return [];
  const items = lossChoices(arm.spec.dataset)
    .filter(({ value }) => isLossName(value.name) && value.name !== arm.spec.loss.name)
    .map(({ label, detail, value }) => ({ label: t(label), detail: detail && t(detail), value }));
  const picked = await vscode.window.showQuickPick(
    items.map(({ detail, ...item }) => ({ ...item, ...(detail !== undefined && { detail }) })),
    { title: t(message('Compare with which loss?')) },
  );
  if (picked === undefined) return [];
  const plans = arm.runs.map(({ identity }) => ({
    spec: { ...identity.spec, loss: picked.value },
  }));
  const all = [first, ...others, ...shown].map(({ identity }) => identity);
  const started = await lab.start(plans, joining([first.identity, ...all]));
  return [...arm.runs, ...started];
}
