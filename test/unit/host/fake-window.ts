import { translator } from '../../../src/l10n.ts';

type Handler = (...args: unknown[]) => Promise<void>;

/** The part of VS Code's window that commands talk to: what is asked, answered and told in it. */
class FakeWindow {
  readonly commands = new Map<string, Handler>();
  /** Of each quick pick its labels; of each input box its value. */
  readonly asked: unknown[] = [];
  readonly told: string[] = [];
  /** What a person answers next; undefined closes the question. */
  answer: ((items: readonly { readonly label: string }[]) => unknown) | undefined;

  /** As `vi.mock('vscode', …)` wants it. */
  readonly vscode = {
    commands: {
      registerCommand: (name: string, handler: Handler) => {
        this.commands.set(name, handler);
        return { dispose: () => this.commands.delete(name) };
      },
    },
    window: {
      showQuickPick: (items: readonly { readonly label: string }[]) => {
        this.asked.push(items.map(({ label }) => label));
        return Promise.resolve(this.answer?.(items));
      },
      showInputBox: (box: {
        readonly value: string;
        readonly validateInput: (text: string) => string | undefined;
      }) => {
        this.asked.push(box.value);
        const typed = this.answer?.([]);
        const isRefused = typeof typed === 'string' && box.validateInput(typed) !== undefined;
        return Promise.resolve(isRefused ? undefined : typed);
      },
      showInformationMessage: (text: string) => this.told.push(text),
      showErrorMessage: (text: string) => this.told.push(text),
    },
    TreeItem: class {
      constructor(
        readonly label: string,
        readonly collapsibleState?: number,
      ) {}
    },
    TreeItemCollapsibleState: { None: 0, Collapsed: 1, Expanded: 2 },
    ThemeIcon: class {
      constructor(readonly id: string) {}
    },
  };

  /** Nothing was asked or told yet, and the next question is closed. */
  forget(): void {
    this.asked.length = 0;
    this.told.length = 0;
    this.answer = undefined;
  }

  readonly log = { error: (): void => undefined };
  readonly t = translator({}, 'en');

  async call(command: string, ...args: unknown[]): Promise<void> {
    const handler = this.commands.get(`lossLab.${command}`);
    if (handler === undefined) throw new Error(`No command ${command}`);
    await handler(...args);
  }
}

/** The window of the test file that this is imported in; `vi.mock` is given its `vscode`. */
export const shown = new FakeWindow();
