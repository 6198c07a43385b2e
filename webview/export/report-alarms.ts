import { isOfSweep } from '../../src/insight/fair/sweeps.ts';
import { placeText, readingText } from '../../src/insight/rules/alarm-text.ts';
import { alarmGroups, type AlarmGroup, type Raised } from '../../src/insight/rules/alarms.ts';
import { rules } from '../../src/insight/rules/catalogue.ts';
import { changesText } from '../../src/insight/trials/changes.ts';
import { judge } from '../../src/insight/trials/judge.ts';
import { judgementText } from '../../src/insight/trials/judgement-text.ts';
import { offersOf, type Offer } from '../../src/insight/trials/offers.ts';
import { trialsOf, type Trial } from '../../src/insight/trials/trial.ts';
import { message, type Message, type Translator } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import { escapeXml } from './escape-xml.ts';
import { paragraph } from './report-text.ts';

/** What is wrong with the runs, what was tried, and what came of it; empty where nothing is wrong. */
export function alarmsSection(runs: readonly Run[], t: Translator): string {
  const trials = trialsOf(runs);
  const sections = alarmGroups(runs.filter((run) => !isOfSweep(run))).map((group) =>
    section(group, trials, t),
  );
  if (sections.length === 0) return '';
  return `<h2>${escapeXml(t(message('Symptoms')))}</h2>\n${sections.join('\n')}`;
}

function section(group: AlarmGroup, trials: readonly Trial[], t: Translator): string {
  const { name, meaning, condition, source } = rules[group.rule];
  return `<section>
<h3>${escapeXml(t(name))}</h3>
${group.raised.map((raised) => ofRun(raised, trials, t)).join('\n')}
${paragraph(meaning, t)}
<p class="note">${escapeXml(t(message('Rule: {condition}', { condition })))} ${escapeXml(t(message('Source: {source}', { source })))}</p>
</section>`;
}

function ofRun(raised: Raised, trials: readonly Trial[], t: Translator): string {
  const { rule, run, alarm } = raised;
  const place = placeText(alarm.place);
  const text = readingText(rules[rule].quantity, alarm);
  const tried = offersOf(raised, trials).flatMap((offer) => outcome(offer, t));
  const read = message('{run}: {reading} ({place})', { run: run.identity.name, reading: text, place });
  return [paragraph(read, t), ...tried].join('\n');
} // prettier-ignore

function outcome({ experiment, trial }: Offer, t: Translator): string[] {
  if (trial === undefined || experiment === undefined) return [];
  const { label, predicted, measured, conclusion } = judgementText(trial, judge(trial));
  const change = changesText(experiment.changes);
  const head = message('Tried: {change}. {label}.', { change, label });
  const sentences = [head, predicted, measured, conclusion].filter(
    (each): each is Message => each !== undefined,
  );
  const text = sentences.map((each) => escapeXml(t(each))).join(' ');
  return [`<p class="trial">${text}</p>`];
}
