import { studies, studyNames, type StudyName } from '../../insight/studies/catalogue.ts';
import type { MeasuredStudies, MeasuredStudy } from '../../insight/studies/measured.ts';
import { criterion, outcomeLabel, outcomeRule, readingText } from '../../insight/studies/words.ts';
import { markOf } from './mark.ts';
import { message, type Message, type Translator } from '../../l10n.ts';

/** Every claim and what came out when it was put to the test, as Markdown: docs/studies.md. */
export function studiesPage(t: Translator, measured: MeasuredStudies): string {
  const lines = [
    `# ${t(message('Claims about losses, put to the test'))}`,
    ...introduction.map((paragraph) => t(paragraph)),
    table(t, measured),
    ...studyNames.flatMap((name) => section(t, name, measured[name])),
  ];
  return `${lines.join('\n\n')}\n`;
}

const introduction: readonly Message[] = [
  message(
    'Each study is a claim, small trainings that would show it, and what has to be seen if it is true. It can be run again: “Run a Study…” in VS Code, or `npm run study -- NAME` in a terminal; `npm run study -- --all` makes this page.',
  ),
  outcomeRule,
  message(
    'Settings were chosen with seeds 1 and 2; the figures are of other seeds, and no study was taken out for its outcome. What seeds 1 and 2 showed did change some: with label noise it is trained longer, since cross-entropy had not learnt the wrong labels yet; the rates of tuned squared error were moved and their grid widened until the best lay inside, with a schedule; the L1 penalty, the share of more data and the length of the segmentation were set anew; and “as good as” became “not below”, since squared error was the better one. Small models on small images: what is not reproduced here may well hold at the scale of its source, and what is reproduced may not.',
  ),
];

function table(t: Translator, measured: MeasuredStudies): string {
  const head = [
    message('claim'),
    message('source'),
    message('outcome'),
    message('main effect'),
    message('seeds'),
    message('seconds of training, about'),
  ].map((each) => t(each));
  const rows = studyNames.flatMap((name) => {
    const of = measured[name];
    return of ? [row(t, name, of)] : [];
  });
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function row(t: Translator, name: StudyName, of: MeasuredStudy): string[] {
  const study = studies[name];
  const [expectation] = study.expectations;
  const [reading] = of.readings;
  const effect = expectation && reading ? t(readingText(study, expectation, reading)) : '';
  return [
    `[${t(study.title)}](#${name})`,
    t(study.source),
    t(outcomeLabel(of.outcome)),
    effect,
    t.figure(of.seeds.length, 'count'),
    t.figure(of.seconds, 'seconds'),
  ];
}

function section(t: Translator, name: StudyName, of: MeasuredStudy | undefined): string[] {
  const study = studies[name];
  if (of === undefined) return [];
  const readings = study.expectations.map((expectation, index) => {
    const reading = of.readings[index];
    if (reading === undefined) return '';
    const mark = markOf(reading);
    return `- ${mark} ${t(criterion(study, expectation))}. ${t(readingText(study, expectation, reading))}`;
  });
  return [
    `<a id="${name}"></a>\n\n## ${t(study.title)}`,
    `\`${name}\` · **${t(outcomeLabel(of.outcome))}**`,
    t(message('Claim: {claim}', { claim: study.claim })),
    t(message('Source: {source}', { source: study.source })),
    ...study.method.map((paragraph) => t(paragraph)),
    readings.join('\n'),
  ];
}
