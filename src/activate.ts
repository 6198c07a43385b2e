import * as vscode from 'vscode';
import type { LossLabApi, TestingApi } from './host/api.ts';
import { Advisor } from './host/advisor/advisor.ts';
import { Commands } from './host/commands.ts';
import { DataPreview } from './host/data-preview.ts';
import { Disposables, type Disposable } from './host/disposables.ts';
import { Exports } from './host/exports.ts';
import { FairComparisons } from './host/fair-comparison/fair-comparisons.ts';
import { Backends } from './host/gpu/backends.ts';
import { Experiments } from './host/experiments/experiments.ts';
import { explain, Lab } from './host/lab.ts';
import { Answers } from './host/questions/answers.ts';
import { Remedies } from './host/trials/remedies.ts';
import { LiveView } from './host/views/live-view.ts';
import type { PageIntents } from './host/views/page-intents.ts';
import { Panel } from './host/views/panel.ts';
import { RunsTree } from './host/views/runs-tree.ts';
import { StatusBar } from './host/views/status-bar.ts';
import { tellFailure } from './host/register-command.ts';
import { runsLocationSetting } from './host/runs-folder.ts';
import { Studies } from './host/studies/studies.ts';
import { windowTranslator } from './host/window-translator.ts';
import { workerScript } from './host/worker-script.ts';
import { message, type Translator } from './l10n.ts';
import type { Platform } from './platform/platform.ts';
import type { RunColour } from './run/colours.ts';
import { changesState } from './run/event.ts';
import type { Run } from './run/run.ts';

/** Builds the parts, wires them, and owns them until the window closes. */
export function activateOn(context: vscode.ExtensionContext, platform: Platform): LossLabApi {
  const owned = new Disposables();
  context.subscriptions.push(owned);
  const t = windowTranslator();
  const log = owned.add(vscode.window.createOutputChannel('Loss Lab', { log: true }));
  const backends = owned.add(new Backends(platform, workerScript(context.extensionUri), t));
  const lab = owned.add(new Lab(context, platform, backends.place, t, log));
  const answers = owned.add(answersFor(lab, platform));
  const intents = pageIntents(lab, answers, new Exports(platform.home, t, log), log, t);
  const panel = owned.add(
    new Panel(lab.store, context.extensionUri, intents, backends, t, lab.library.ready),
  );
  backends.connect(lab, panel, context.globalState, log);
  const tree = owned.add(new RunsTree(lab.store, lab.jobs.queue, t));
  owned.add(new LiveView(lab.store, lab.isTrainedHere, context.extensionUri, intents, t));
  const statusBar = owned.add(new StatusBar(lab.store, lab.isTrainedHere, t));
  const preview = owned.add(new DataPreview(lab.inputs, platform, t));
  const commands = owned.add(new Commands(lab, panel, tree, preview, t, log));
  owned.add(new Advisor(panel, t, log));
  owned.add(new Remedies(lab, panel, t, log));
  owned.add(new FairComparisons(lab, panel, t, log));
  owned.add(new Studies(commands, t, log));
  const experiments = owned.add(new Experiments(lab, commands, tree, t, log));
  owned.add(keepContextKeys(lab));
  owned.add(onFocus(() => lab.library.refresh()));
  owned.add(onRunsLocationChange(t));
  const api = publicApi(lab, commands, owned);
  if (context.extensionMode !== vscode.ExtensionMode.Test) return api;
  return Object.assign(api, {
    parts: { lab, panel, tree, statusBar, preview, experiments },
  }) satisfies TestingApi;
}

function answersFor({ store, inputs, library }: Lab, platform: Platform): Answers {
  return new Answers(store, platform, {
    bytes: (name) => inputs.dataset(name),
    runFiles: library.files,
    wasm: () => inputs.wasm(),
    explain,
  });
}

function pageIntents(
  lab: Lab,
  answers: Answers,
  exports: Exports,
  log: vscode.LogOutputChannel,
  t: Translator,
): PageIntents {
  const recolour = (ids: readonly string[], colour: RunColour): Promise<void> =>
    lab.library.recolour(lab.store.pick(ids), colour);
  return {
    answer: answers.answer,
    act: (intent) => {
      if (intent.type === 'control') lab.jobs.control(intent.action, intent.runIds);
      else if (intent.type === 'colour')
        void tellFailure(() => recolour(intent.runIds, intent.colour), t, log);
      else if (intent.type === 'command')
        void vscode.commands.executeCommand(`lossLab.${intent.command}`);
      else if (intent.type === 'try')
        void vscode.commands.executeCommand('lossLab.tryRemedy', intent);
      else if (intent.type === 'fair')
        void vscode.commands.executeCommand('lossLab.compareFairly', intent.runIds);
      else if (intent.type === 'save') void exports.save(intent);
      else if (intent.type === 'copy') void exports.copy(intent.text);
      else log.error(`A page failed: ${intent.error}`);
    },
    report: (problem) => log.warn(problem),
  };
}

/** The `when` clauses of the manifest: whether there are runs, and whether any is active or paused. */
function keepContextKeys(lab: Lab): Disposable {
  const set = (): void => {
    const { active } = lab.jobs;
    const keys = {
      hasRuns: lab.store.runs.length > 0,
      hasActiveRuns: active.length > 0,
      hasPausedRuns: active.some((run) => run.state === 'paused'),
    };
    for (const [key, value] of Object.entries(keys))
      void vscode.commands.executeCommand('setContext', `lossLab.${key}`, value);
  };
  set();
  return lab.store.onDidChange((change) => {
    if (change.type === 'runs' || changesState(change.event)) set();
  });
}

/** Runs of another window turn up when this one is looked at again. */
function onFocus(refresh: () => Promise<void>): Disposable {
  return vscode.window.onDidChangeWindowState(({ focused }) => {
    if (focused) void refresh();
  });
}

function onRunsLocationChange(t: Translator): Disposable {
  return vscode.workspace.onDidChangeConfiguration(async (change) => {
    if (!change.affectsConfiguration(runsLocationSetting)) return;
    const reload = t(message('Reload Window'));
    const text = t(message('Runs are kept in the new place once the window is reloaded.'));
    const answer = await vscode.window.showInformationMessage(text, reload);
    if (answer === reload) await vscode.commands.executeCommand('workbench.action.reloadWindow');
  });
}

function publicApi(lab: Lab, commands: Commands, owned: Disposables): LossLabApi {
  const changed = owned.add(new vscode.EventEmitter<Run>());
  owned.add(lab.store.onDidChange((change) => change.type === 'event' && changed.fire(change.run)));
  return {
    get runs() {
      return lab.store.runs;
    },
    onDidChangeRun: changed.event,
    start: (...specs) => commands.start(specs.map((spec) => ({ spec }))),
    control: (action, runIds) => lab.jobs.control(action, runIds),
    ready: lab.library.ready,
  };
}
