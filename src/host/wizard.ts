import * as vscode from 'vscode';
import { message, type Message, type Translator } from '../l10n.ts';

/** One row of a question and the value that it stands for. */
export interface Choice<T> {
  readonly label: Message;
  readonly description?: Message;
  readonly detail?: Message;
  readonly value: T;
}

/** The person went back, or gave up. */
const back = Symbol('back');
const cancelled = Symbol('cancelled');
type Answer<T> = T | typeof back | typeof cancelled;

/** A question of a wizard. */
export interface Step<A> {
  /** Takes the answers so far and gives them with its own. */
  ask(answers: A, place: Place): Promise<Answer<A>>;
  /** Whether it is asked at all after these answers; always, if left out. */
  applies?(answers: A): boolean;
}

interface Place {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** Asks one question after another, with a way back; undefined if the person gives up. */
export async function runWizard<A>(
  title: string,
  steps: readonly Step<A>[],
  first: A,
): Promise<A | undefined> {
  const history: A[] = [first];
  for (;;) {
    const answers = history.at(-1);
    if (answers === undefined) return undefined;
    const asked = steps.filter((step) => step.applies?.(answers) ?? true);
    const step = asked[history.length - 1];
    if (step === undefined) return answers;
    const place = { title, step: history.length, totalSteps: asked.length };
    const answer = await step.ask(answers, place);
    if (answer === cancelled) return undefined;
    if (answer === back) history.pop();
    else history.push(answer);
  }
}

/** Picks one of the choices; the one that `isActive` is chosen by Enter. */
export async function askOne<T>(
  place: Place,
  placeholder: Message,
  choices: readonly Choice<T>[],
  isActive: (value: T) => boolean,
  t: Translator,
): Promise<Answer<T>> {
  const pick = quickPick(place, placeholder, choices, t);
  pick.activeItems = pick.items.filter((item) => isActive(item.value));
  const picked = await answerOf(pick, () => pick.activeItems[0]);
  return typeof picked === 'symbol' ? picked : picked.value;
}

/** Picks `least` or more of the choices; those that `isPicked` are ticked. */
export async function askMany<T>(
  place: Place,
  placeholder: Message,
  choices: readonly Choice<T>[],
  isPicked: (value: T) => boolean,
  t: Translator,
  least = 1,
): Promise<Answer<readonly T[]>> {
  const pick = quickPick(place, placeholder, choices, t);
  pick.canSelectMany = true;
  pick.selectedItems = pick.items.filter((item) => isPicked(item.value));
  const picked = await answerOf(pick, () =>
    pick.selectedItems.length >= least ? pick.selectedItems : undefined,
  );
  return typeof picked === 'symbol' ? picked : picked.map((item) => item.value);
}

/** A number; `problem` says why one will not do. */
export async function askNumber(
  place: Place,
  prompt: Message,
  value: number,
  problem: (value: number) => Message | undefined,
  t: Translator,
): Promise<Answer<number>> {
  const check = (text: string): Message | undefined => {
    const number = text.trim() === '' ? NaN : Number(text);
    return Number.isNaN(number) ? message('must be a finite number') : problem(number);
  };
  const text = await askText(place, prompt, String(value), check, t);
  return typeof text === 'symbol' ? text : Number(text);
}

/** A line of text; `problem` says why one will not do. */
export function askText(
  place: Place,
  prompt: Message,
  value: string,
  problem: (text: string) => Message | undefined,
  t: Translator,
): Promise<Answer<string>> {
  const box = vscode.window.createInputBox();
  Object.assign(box, place, { prompt: t(prompt), value, ignoreFocusOut: true });
  box.onDidChangeValue(() => (box.validationMessage = translated(problem(box.value), t)));
  return answerOf(box, () => (problem(box.value) === undefined ? box.value : undefined));
}

type Item<T> = vscode.QuickPickItem & { value: T };

function quickPick<T>(
  place: Place,
  placeholder: Message,
  choices: readonly Choice<T>[],
  t: Translator,
): vscode.QuickPick<Item<T>> {
  const pick = vscode.window.createQuickPick<Item<T>>();
  Object.assign(pick, place, {
    placeholder: t(placeholder),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  pick.items = choices.map(({ label, description, detail, value }) => ({
    label: t(label),
    ...(description && { description: t(description) }),
    ...(detail && { detail: t(detail) }),
    value,
  }));
  return pick;
}

/** Shows the question until it is accepted with a valid answer, sent back, or dismissed. */
function answerOf<T, V>(
  input: (vscode.QuickPick<Item<T>> | vscode.InputBox) & vscode.QuickInput,
  accepted: () => V | undefined,
): Promise<Answer<V>> {
  return new Promise((resolve) => {
    const end = (answer: Answer<V>): void => {
      resolve(answer);
      input.dispose();
    };
    const step = input.step ?? 1;
    input.buttons = step > 1 ? [vscode.QuickInputButtons.Back] : [];
    input.onDidTriggerButton(() => end(back));
    input.onDidAccept(() => {
      const answer = accepted();
      if (answer !== undefined) end(answer);
    });
    input.onDidHide(() => end(cancelled));
    input.show();
  });
}

function translated(text: Message | undefined, t: Translator): string {
  return text === undefined ? '' : t(text);
}
