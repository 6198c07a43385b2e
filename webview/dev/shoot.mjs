// @ts-check
/**
 * Screenshots of the page with invented runs, in out/shots/: node webview/dev/shoot.mjs [filter].
 * The page is served under the policy that it has in VS Code; a violation or an error fails.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { launchChromium } from '../../test/vscode/chromium.mjs';
import { servePage } from './serve.mjs';

const shots = path.resolve('out/shots');
const filter = process.argv[2] ?? '';

await mkdir(shots, { recursive: true });
const served = await servePage(path.resolve('out/dev'));

const shotList = [];
for (const theme of ['dark', 'light', 'contrast', 'contrastLight']) {
  for (const tab of ['curves', 'gradients', 'validation', 'data', 'explain']) {
    shotList.push({
      name: `panel-${tab}-${theme}-1600`,
      view: 'panel',
      theme,
      width: 1600,
      choices: { tab },
    });
  }
  for (const width of [200, 300])
    shotList.push({ name: `live-two-${theme}-${width}`, view: 'live', theme, width });
}
for (const width of [300, 420, 1000]) {
  for (const tab of ['curves', 'gradients', 'validation', 'data', 'explain']) {
    shotList.push({ name: `panel-${tab}-dark-${width}`, view: 'panel', width, choices: { tab } });
  }
}
for (const scenario of [
  'empty',
  'queued',
  'fresh',
  'done',
  'one',
  'deep',
  'styles',
  'fallback',
  'diverged',
  'many',
]) {
  shotList.push({ name: `panel-${scenario}-dark-1200`, view: 'panel', scenario, width: 1200 });
  shotList.push({ name: `live-${scenario}-dark-300`, view: 'live', scenario, width: 300 });
}
for (const theme of ['dark', 'light', 'contrast']) {
  for (const scenario of ['seeds', 'grid', 'hostile']) {
    shotList.push({
      name: `panel-runs-${scenario}-${theme}-1200`,
      view: 'panel',
      scenario,
      theme,
      width: 1200,
    });
  }
}
const listed = {
  hidden: ['run-1', 'run-3'],
  pinned: ['run-7'],
  sort: { by: 'best', descending: true },
  filter: 'adam',
};
for (const [width, language] of [
  [300, 'en'],
  [1200, 'en'],
  [1200, 'long'],
  [1200, 'zh-cn'],
]) {
  shotList.push({
    name: `panel-runs-listed-${language}-${width}`,
    view: 'panel',
    scenario: 'grid',
    language,
    width,
    choices: listed,
  });
}
for (const [name, choices] of Object.entries({
  details: { details: true, hidden: ['run-1'] },
  none: { hidden: ['run-0', 'run-1'] },
  unfolded: { unfolded: ['run-0'] },
})) {
  const scenario = name === 'unfolded' ? 'seeds' : 'two';
  for (const width of [300, 1200])
    shotList.push({ name: `panel-runs-${name}-${width}`, view: 'panel', scenario, width, choices });
}
for (const theme of ['dark', 'light', 'contrast']) {
  shotList.push({
    name: `panel-runs-colours-${theme}-600`,
    view: 'panel',
    theme,
    width: 600,
    click: '.run-colour button',
  });
}
shotList.push({
  name: 'panel-log-step-dark-1200',
  view: 'panel',
  width: 1200,
  choices: { x: 'step', y: 'log' },
});
shotList.push({
  name: 'panel-log-diverged-1200',
  view: 'panel',
  width: 1200,
  scenario: 'diverged',
  choices: { x: 'step', y: 'log' },
});
shotList.push({
  name: 'panel-time-dark-1200',
  view: 'panel',
  width: 1200,
  choices: { x: 'time', losses: ['mean-absolute-error', 'binary-cross-entropy'] },
});
shotList.push({
  name: 'panel-deep-gradients-1200',
  view: 'panel',
  width: 1200,
  scenario: 'deep',
  choices: { tab: 'gradients' },
});
for (const theme of ['dark', 'light', 'contrast']) {
  for (const scenario of ['deep', 'epochs2000', 'exploded', 'old']) {
    shotList.push({
      name: `gradients-${scenario}-${theme}-1200`,
      view: 'panel',
      theme,
      width: 1200,
      scenario,
      choices: { tab: 'gradients' },
    });
  }
}
for (const quantity of ['spread', 'zeros', 'update']) {
  shotList.push({
    name: `gradients-${quantity}-dark-1200`,
    view: 'panel',
    width: 1200,
    scenario: 'deep',
    choices: { tab: 'gradients', gradients: { quantity, moment: 5, layer: 3 } },
  });
}
for (const [scenario, theme, language, width] of [
  ['units', 'dark', 'en', 1200],
  ['units', 'light', 'en', 1200],
  ['units', 'contrast', 'en', 1200],
  ['units', 'dark', 'zh-cn', 1200],
  ['units', 'light', 'long', 1200],
  ['units', 'dark', 'zh-cn', 300],
  ['units', 'light', 'en', 300],
  ['units', 'light', 'long', 300],
  ['no-units', 'dark', 'en', 1200],
]) {
  shotList.push({
    name: `unit-shares-${scenario}-${theme}-${language}-${width}`,
    view: 'panel',
    scenario,
    theme,
    language,
    width,
    choices: { tab: 'gradients', gradients: { quantity: 'units' } },
  });
}
for (const width of [300, 3840]) {
  shotList.push({
    name: `gradients-deep-dark-${width}`,
    view: 'panel',
    width,
    scenario: 'deep',
    choices: { tab: 'gradients' },
  });
}
shotList.push({
  name: 'panel-all-explain-light-1200',
  view: 'panel',
  theme: 'light',
  width: 1200,
  choices: {
    tab: 'explain',
    losses: ['mean-squared-error-linear', 'mean-absolute-error', 'binary-cross-entropy'],
  },
});
const lensLosses = ['mean-absolute-error', 'generalised-cross-entropy'];
for (const [name, lens] of Object.entries({
  all: { mode: 'all' },
  forgotten: { among: 'forgotten', epoch: 5 },
  margin: { margin: -3.5 },
})) {
  for (const [theme, width] of [
    ['dark', 1600],
    ['light', 1000],
    ['contrast', 1600],
    ['dark', 300],
  ])
    shotList.push({
      name: `lens-${name}-${theme}-${width}`,
      view: 'panel',
      theme,
      width,
      choices: { tab: 'explain', lens, losses: name === 'margin' ? lensLosses : [] },
    });
}
for (const [theme, width] of [
  ['light', 1600],
  ['dark', 420],
])
  shotList.push({
    name: `lens-losses-${theme}-${width}`,
    view: 'panel',
    theme,
    width,
    choices: {
      tab: 'explain',
      losses: ['focal', 'huber', 'hinge', 'mean-squared-error-rescaled', 'kl-divergence'],
    },
  });
for (const [width, mode] of [
  [300, 'one'],
  [1000, 'all'],
  [1600, 'one'],
])
  shotList.push({
    name: `lens-chinese-${mode}-${width}`,
    view: 'panel',
    language: 'zh-cn',
    width,
    choices: { tab: 'explain', lens: { mode } },
  });
for (const [theme, language, width] of [
  ['light', 'en', 300],
  ['dark', 'zh-cn', 300],
  ['contrast', 'en', 1000],
  ['light', 'long', 300],
])
  shotList.push({
    name: `lens-columns-${theme}-${language}-${width}`,
    view: 'panel',
    scenario: 'many',
    theme,
    language,
    width,
    choices: { tab: 'explain' },
  });
for (const scenario of ['scenes', 'many', 'seeds', 'queued', 'deep'])
  shotList.push({
    name: `lens-runs-${scenario}-1400`,
    view: 'panel',
    scenario,
    width: 1400,
    choices: { tab: 'explain' },
  });
for (const tab of ['curves', 'gradients', 'validation', 'data', 'explain']) {
  shotList.push({
    name: `panel-long-${tab}-1000`,
    view: 'panel',
    language: 'long',
    width: 1000,
    choices: { tab },
  });
}
shotList.push({
  name: 'panel-long-curves-300',
  view: 'panel',
  language: 'long',
  width: 300,
  scenario: 'diverged',
});
for (const theme of ['light', 'contrast']) {
  shotList.push({
    name: `panel-chinese-${theme}-1200`,
    view: 'panel',
    language: 'zh-cn',
    theme,
    width: 1200,
  });
}
for (const seeds of ['deviation', 'each']) {
  shotList.push({
    name: `panel-seeds-${seeds}-1200`,
    view: 'panel',
    scenario: 'seeds',
    width: 1200,
    choices: { seeds, smoothing: 0.9 },
  });
}
shotList.push({
  name: 'panel-zoomed-dark-1200',
  view: 'panel',
  width: 1200,
  choices: { smoothing: 0.9, zoomX: { epoch: [1, 3] } },
});
shotList.push({
  name: 'panel-symlog-dark-1200',
  view: 'panel',
  width: 1200,
  scenario: 'diverged',
  choices: { y: 'symlog', outliers: 'shown' },
});
shotList.push({
  name: 'panel-clock-dark-1200',
  view: 'panel',
  width: 1200,
  choices: { x: 'clock' },
});
shotList.push({ name: 'live-long-200', view: 'live', language: 'long', width: 200 });

for (const theme of ['dark', 'light', 'contrast']) {
  shotList.push({
    name: `panel-scenes-data-${theme}-1400`,
    view: 'panel',
    theme,
    width: 1400,
    scenario: 'scenes',
    choices: { tab: 'data' },
  });
  shotList.push({
    name: `panel-point-${theme}-1200`,
    view: 'panel',
    theme,
    width: 1200,
    choices: { point: { runId: 'run-0', step: 300 } },
  });
}
for (const width of [300, 420]) {
  shotList.push({
    name: `panel-scenes-data-dark-${width}`,
    view: 'panel',
    width,
    scenario: 'scenes',
    choices: { tab: 'data' },
  });
  shotList.push({
    name: `panel-point-dark-${width}`,
    view: 'panel',
    width,
    choices: { point: { runId: 'run-1', step: 300 } },
  });
}
shotList.push({
  name: 'panel-many-data-dark-1600',
  view: 'panel',
  width: 1600,
  scenario: 'many',
  choices: { tab: 'data', examples: { order: 'disagreement' } },
});
shotList.push({
  name: 'panel-filtered-data-dark-1600',
  view: 'panel',
  width: 1600,
  choices: { tab: 'data', examples: { runId: 'run-1', trueClass: 2, predictedClass: 3 } },
});
for (const [name, choices] of [
  ['data', { tab: 'data' }],
  ['point', { point: { runId: 'run-0', step: 300 } }],
])
  shotList.push({
    name: `panel-chinese-${name}-1200`,
    view: 'panel',
    language: 'zh-cn',
    width: 1200,
    choices,
  });

for (const [scenario, theme, language, width] of [
  ['exploded', 'dark', 'en', 1400],
  ['diverged', 'light', 'en', 1400],
  ['diverged', 'contrast', 'zh-cn', 1400],
  ['exploded', 'dark', 'zh-cn', 1400],
  ['symptoms', 'dark', 'en', 1400],
  ['symptoms', 'light', 'en', 1400],
  ['symptoms', 'contrastLight', 'zh-cn', 1400],
  ['symptoms', 'light', 'long', 300],
  ['units', 'dark', 'en', 1400],
  ['units', 'light', 'zh-cn', 1400],
  ['units', 'contrast', 'zh-cn', 300],
  ['initial', 'dark', 'en', 1400],
  ['initial', 'light', 'zh-cn', 1400],
  ['initial', 'contrast', 'en', 1400],
  ['initial', 'light', 'long', 300],
  ['trials', 'dark', 'en', 1400],
  ['trials', 'light', 'en', 1400],
  ['trials', 'contrast', 'en', 1400],
  ['trials', 'light', 'zh-cn', 1400],
  ['trials', 'dark', 'en', 300],
])
  shotList.push({
    name: `alarms-${scenario}-${theme}-${language}-${width}`,
    view: 'panel',
    scenario,
    theme,
    language,
    width,
  });

for (const [scenario, theme, language, width] of [
  ['done', 'dark', 'en', 1600],
  ['fair', 'dark', 'en', 1600],
  ['fair', 'light', 'en', 1200],
  ['fair', 'contrast', 'en', 1200],
  ['fair', 'contrastLight', 'zh-cn', 1200],
  ['fair', 'dark', 'zh-cn', 1400],
  ['fair', 'dark', 'zh-cn', 600],
  ['fair', 'light', 'en', 700],
  ['fair', 'dark', 'zh-cn', 900],
  ['fair', 'dark', 'en', 420],
  ['fair', 'light', 'long', 300],
  ['seeds', 'dark', 'en', 1000],
  ['sweeping', 'dark', 'en', 1000],
  ['one', 'dark', 'en', 1000],
  ['many', 'light', 'en', 1000],
])
  shotList.push({
    name: `verdict-${scenario}-${theme}-${language}-${width}`,
    view: 'panel',
    scenario,
    theme,
    language,
    width,
    choices: { tab: 'verdict' },
  });

for (const [scenario, theme, language, width] of [
  ['study', 'dark', 'en', 1400],
  ['study', 'light', 'zh-cn', 1400],
  ['study', 'contrast', 'en', 1400],
  ['study-open', 'dark', 'zh-cn', 1400],
  ['study-open', 'light', 'en', 300],
])
  shotList.push({
    name: `studies-${scenario}-${theme}-${language}-${width}`,
    view: 'panel',
    scenario,
    theme,
    language,
    width,
  });

const browser = await launchChromium();
const problems = [];
for (const { name, width, choices, click, ...query } of shotList.filter((shot) =>
  shot.name.includes(filter),
)) {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  page.on('console', (line) => line.type() === 'error' && problems.push(`${name}: ${line.text()}`));
  page.on('pageerror', (error) => problems.push(`${name}: ${error.stack}`));
  await page.goto(served.url({ ...query, choices: JSON.stringify(choices ?? null) }));
  await page.waitForTimeout(250);
  if (click !== undefined) await page.click(click);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 0) problems.push(`${name}: ${overflow} px wider than the window`);
  await page.screenshot({
    path: path.join(shots, `${name}.png`),
    fullPage: !name.includes('runs'),
  });
  await page.close();
}
await browser.close();
served.close();
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
