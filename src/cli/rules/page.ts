import { ruleNames, rules, type RuleName } from '../../insight/rules/catalogue.ts';
import { measured, type Measured } from '../../insight/rules/measured.ts';
import { count, message, percent, type Message, type Translator } from '../../l10n.ts';
import { coverage } from './coverage.ts';
import { measuredSeeds } from './suite.ts';

/** Every rule, and how often it was right, as Markdown: docs/rules.md. */
export function rulesPage(t: Translator): string {
  const lines = [
    `# ${t(message('What is looked for in a run'))}`,
    ...introduction().map((paragraph) => t(paragraph)),
    table(t),
    `## ${t(message('Which rule shows what'))}`,
    coverageTable(t),
    ...ruleNames.map((name) => section(t, name)),
  ];
  return `${lines.join('\n\n')}\n`;
}

function introduction(): Message[] {
  const { healthy } = measured[ruleNames[0] ?? 'divergence'];
  const [first, second] = measuredSeeds;
  return [
    message(
      'Each rule reads one run and compares what was measured in it with a threshold, where it can with the run’s own beginning. A finding says the value, the threshold and the place.',
    ),
    message(
      'A threshold that was published for other programs need not fit these. So every rule was measured: {healthy} trainings with usual settings, in which an alarm is a false one, and trainings with a known fault each, planted in its settings, data or loss. The thresholds were chosen with seeds 1 and 2, and on part of the healthy settings but for those of initial weights, of dead and saturated units and of wrong labels; the figures are of seeds {first} and {second} and of all settings. They hold for small models on small images; a rule is a hint where to look, not a judge.',
      { healthy: count(healthy), first: count(first), second: count(second) },
    ),
    message(
      'A planted fault shows by what the training does: settings that with seeds 1 and 2 did not bring the fault about were replaced before the figures were taken. So the share that is found is that of plain faults; a fainter one may be missed.',
    ),
    message(
      'No false alarm in {healthy} is not none at all: up to {bound} remain possible (the rule of three, at 95 %).',
      { healthy: count(healthy), bound: percent(3 / healthy) },
    ),
    message(
      'A rule with false alarms in more than 5 % of the healthy trainings is mended or left out. Left out are: inputs outside of 0…1, since a run does not hold its inputs; an absolute bound on the learning rate, on the calibration error and on the ratio of the two losses, since healthy runs here break all three.',
    ),
    message(
      'The figures are made anew by `npm run measure-rules`, in a few minutes on two cores; the trainings are listed in `src/cli/rules/`.',
    ),
  ];
}

function table(t: Translator): string {
  const head = [message('rule'), message('found'), message('false alarms')].map((each) => t(each));
  const rows = ruleNames.map((name) => [t(rules[name].name), ...figures(t, measured[name])]);
  return markdownTable(head, rows);
}

function coverageTable(t: Translator): string {
  const head = [message('what goes wrong'), message('shown by')].map((each) => t(each));
  return markdownTable(
    head,
    coverage.map(([what, by]) => [t(what), by.map((name) => `\`${name}\``).join(', ')]),
  );
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function figures(t: Translator, { hits, planted, falseAlarms, healthy }: Measured): string[] {
  const of = (part: number, all: number): string =>
    t(message('{part} of {all}', { part: count(part), all: count(all) }));
  return [of(hits, planted), of(falseAlarms, healthy)];
}

function section(t: Translator, name: RuleName): string {
  const { name: title, quantity, condition, source } = rules[name];
  return [
    `## ${t(title)}`,
    `\`${name}\` · ${t(message('Measured: {quantity}', { quantity }))}`,
    t(condition),
    t(message('Source: {source}', { source })),
  ].join('\n\n');
}
