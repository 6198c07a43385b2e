/** The label of a choice, what is typed, or leaving the question; without a reply what is preset is accepted. */
type Reply = 'back' | 'hide' | (string & {});

interface Item {
  readonly label: string;
}

/** A quick pick or an input box of VS Code that is answered as soon as it is shown. */
class FakeQuestion {
  step = 0;
  totalSteps = 0;
  prompt = '';
  placeholder = '';
  value = '';
  items: readonly Item[] = [];
  activeItems: readonly Item[] = [];
  selectedItems: readonly Item[] = [];
  /** The label that was preset. */
  active: string | undefined;
  #accept = (): void => undefined;
  #hide = (): void => undefined;
  #back = (): void => undefined;

  constructor(readonly reply: (shown: FakeQuestion) => Reply | undefined) {}

  get labels(): string[] {
    return this.items.map(({ label }) => label);
  }

  onDidAccept(listener: () => void): void {
    this.#accept = listener;
  }

  onDidHide(listener: () => void): void {
    this.#hide = listener;
  }

  onDidTriggerButton(listener: () => void): void {
    this.#back = listener;
  }

  /** What is said against what was typed. */
  validationMessage = '';
  #change = (): void => undefined;

  onDidChangeValue(listener: () => void): void {
    this.#change = listener;
  }

  show(): void {
    this.active = this.activeItems[0]?.label;
    const reply = this.reply(this);
    if (reply === 'back') return this.#back();
    if (reply === 'hide') return this.#hide();
    if (reply !== undefined && this.items.length === 0) return this.type(reply);
    if (reply !== undefined) {
      // Several are joined by a plus.
      const wanted = reply.split('+');
      this.activeItems = this.items.filter(({ label }) => wanted.includes(label));
      this.selectedItems = this.activeItems;
    }
    this.#accept();
  }

  type(text: string): void {
    this.value = text;
    this.#change();
    this.#accept();
  }

  dispose(): void {
    // Nothing of it is left.
  }
}

/** Who is asked all questions of a test file; `vi.mock` is given the `vscode`. */
class FakePerson {
  readonly asked: FakeQuestion[] = [];
  /** By the text of the question, each time that it is asked; without one what is preset is accepted. */
  replies: Partial<Record<string, Reply[]>> = {};

  readonly vscode = {
    window: { createQuickPick: () => this.#open(), createInputBox: () => this.#open() },
    QuickInputButtons: { Back: 'back' },
  };

  get questions(): string[] {
    return this.asked.map(textOf);
  }

  question(text: string): FakeQuestion | undefined {
    return this.asked.find((each) => textOf(each) === text);
  }

  forget(): void {
    this.asked.length = 0;
    this.replies = {};
  }

  #open(): FakeQuestion {
    return new FakeQuestion((shown) => {
      this.asked.push(shown);
      return this.replies[textOf(shown)]?.shift();
    });
  }
}

const textOf = ({ prompt, placeholder }: FakeQuestion): string => prompt || placeholder;

export const person = new FakePerson();
