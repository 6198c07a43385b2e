import * as vscode from 'vscode';
import { parseSeeds, seedsProblem } from '../../experiment/seeds.ts';
import { message, type Translator } from '../../l10n.ts';

/** Three allow a paired test. */
const usualSeeds = 3;

/** Of the final runs, the first also of the sweep; undefined if the person gives up. */
export async function askForSeeds(
  first: number,
  t: Translator,
): Promise<readonly number[] | undefined> {
  const text = await vscode.window.showInputBox({
    title: t(message('Compare Fairly')),
    prompt: t(
      message(
        'Seeds of the final runs: each loss is trained once a seed, with the rate that the sweep finds for it. A test needs 3.',
      ),
    ),
    value: `${first}-${first + usualSeeds - 1}`,
    validateInput: (value) => {
      const problem = seedsProblem(value);
      return problem && t(problem);
    },
  });
  const parsed = text === undefined ? undefined : parseSeeds(text);
  return parsed?.ok === true ? parsed.seeds : undefined;
}
