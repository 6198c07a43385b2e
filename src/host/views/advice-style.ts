/** Of the page of an advice: one column of text; the name of a library beside its lines where there is room. */
export const adviceStyle = `
main { max-width: 120ch; line-height: 1.5; }
h2 { font-size: 1.2em; font-weight: 600; margin: 0 0 0.4em; overflow-wrap: anywhere; }
p { margin: 0.5em 0; max-width: 85ch; }
section { margin-top: 1.8em; }
.answers { display: flex; flex-wrap: wrap; gap: 0.6em 2em; margin: 0; }
dt, figcaption, .input { color: var(--vscode-descriptionForeground); font-size: 0.92em; }
dd { margin: 0; font-weight: 600; }
.choice { padding: 1em 1.2em; border-radius: 4px;
  border: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)); }
.rank { display: inline-block; vertical-align: 0.1em; margin-right: 0.4em; padding: 0.1em 0.6em;
  border-radius: 1em; font-size: 0.75em; font-weight: 400;
  color: var(--vscode-badge-foreground); background: var(--vscode-badge-background);
  border: 1px solid var(--vscode-contrastBorder, transparent); }
.formula { font-family: "STIX Two Math", "Cambria Math", "Times New Roman", serif; font-size: 1.25em;
  overflow-wrap: anywhere; white-space: pre-wrap; }
sub, sup { font-size: 0.7em; line-height: 0; }
cite { font-style: normal; color: var(--vscode-descriptionForeground); }
cite::before { content: "["; } cite::after { content: "]"; }
.change { padding-left: 0.8em; border-left: 3px solid var(--vscode-editorWarning-foreground, currentColor); }
figure { display: grid; grid-template-columns: 7em minmax(0, 1fr); align-items: baseline; margin: 0.5em 0 0; }
@media (max-width: 600px) { figure { grid-template-columns: minmax(0, 1fr); } }
pre { margin: 0.2em 0 0; padding: 0.5em 0.9em; overflow-x: auto; white-space: pre-wrap; border-radius: 3px;
  background: var(--vscode-textCodeBlock-background, var(--vscode-editorWidget-background));
  border: 1px solid var(--vscode-contrastBorder, transparent); }
code { font-family: var(--vscode-editor-font-family, monospace); font-size: var(--vscode-editor-font-size, 0.95em);
  color: var(--vscode-editor-foreground, inherit); background: none; overflow-wrap: anywhere; }
ul { margin: 0.4em 0; padding-left: 1.4em; max-width: 90ch; }
li { margin: 0.35em 0; }
.run { display: inline-block; padding: 0.45em 1em; border-radius: 2px; text-decoration: none;
  color: var(--vscode-button-foreground); background: var(--vscode-button-background);
  border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); }
.run:hover { background: var(--vscode-button-hoverBackground); }
summary { cursor: pointer; color: var(--vscode-textLink-foreground); }
:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
`;
