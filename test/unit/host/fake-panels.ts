type Listener = (value: unknown) => void;

/** A webview panel of VS Code; its page is the test. */
export class FakePanel {
  visible = true;
  active = true;
  title = '';
  iconPath: unknown;
  isDisposed = false;
  readonly posted: unknown[] = [];
  readonly #received: Listener[] = [];
  readonly #changed: Listener[] = [];
  readonly #disposed: Listener[] = [];

  readonly webview = {
    html: '',
    options: {},
    cspSource: 'https://example.invalid',
    asWebviewUri: (uri: unknown): unknown => uri,
    onDidReceiveMessage: (listener: Listener): { dispose: () => void } => {
      this.#received.push(listener);
      return { dispose: () => undefined };
    },
    postMessage: (message: unknown): Promise<boolean> => {
      this.posted.push(message);
      return Promise.resolve(true);
    },
  };

  constructor(
    readonly place: { readonly viewColumn?: number; readonly preserveFocus?: boolean },
    readonly options: { readonly retainContextWhenHidden?: boolean } = {},
  ) {}

  get viewColumn(): number | undefined {
    return this.place.viewColumn;
  }

  onDidChangeViewState(listener: Listener): void {
    this.#changed.push(listener);
  }

  onDidDispose(listener: Listener): void {
    this.#disposed.push(listener);
  }

  dispose(): void {
    this.isDisposed = true;
    for (const listener of this.#disposed) listener(undefined);
  }

  /** A message of its page. */
  receive(message: unknown): void {
    for (const listener of this.#received) listener(message);
  }

  /** It is hidden behind another editor, or shown again. */
  show(visible: boolean): void {
    this.visible = visible;
    for (const listener of this.#changed) listener(undefined);
  }
}

/** The part of VS Code that a panel is made by. */
export class FakePanels {
  readonly made: FakePanel[] = [];
  uiKind = 2;

  /** As `vi.mock('vscode', …)` wants it. */
  get vscode(): object {
    const { made } = this;
    const kind = (): number => this.uiKind;
    return {
      UIKind: { Desktop: 1, Web: 2 },
      ViewColumn: { Active: -1, Beside: -2 },
      Uri: { joinPath: (_base: unknown, ...parts: string[]) => parts.join('/') },
      l10n: { bundle: undefined },
      env: {
        get uiKind() {
          return kind();
        },
      },
      window: {
        tabGroups: { activeTabGroup: { tabs: [] } },
        registerWebviewPanelSerializer: () => ({ dispose: () => undefined }),
        createWebviewPanel: (
          _type: string,
          title: string,
          place: { viewColumn?: number; preserveFocus?: boolean },
          options: { retainContextWhenHidden?: boolean },
        ) => {
          const panel = new FakePanel(place, options);
          panel.title = title;
          made.push(panel);
          return panel;
        },
      },
    };
  }
}
