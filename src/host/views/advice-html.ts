import { experimentText } from '../../experiment/experiment-text.ts';
import { parseExperiment } from '../../experiment/experiment-file.ts';
import { lossLabel } from '../../experiment/names.ts';
import type { Advice, AdvisedChoice } from '../../insight/advisor/advise.ts';
import { isAsked } from '../../insight/advisor/answers.ts';
import { questionNames, questions, type Question } from '../../insight/advisor/questions.ts';
import { trialContent, type AdvisedTrial } from '../../insight/advisor/trial.ts';
import { isMessage, message, type Message, type Translator } from '../../l10n.ts';
import { adviceStyle } from './advice-style.ts';
import { escapeHtml } from './escape-html.ts';
import { formulaHtml } from './formula-html.ts';
import { staticHtml } from './static-html.ts';

/**
 * The page of an advice. Its one link runs the comparison.
 * @param address of the experiment that is the comparison
 */
export function adviceHtml(advice: Advice, address: string, t: Translator, nonce: string): string {
  const say = (text: Message): string => escapeHtml(t(text));
  const body = [
    answersHtml(advice, say),
    ...advice.choices.map((choice, index) => choiceHtml(choice, index, advice, t)),
    `<section><h2>${say(message('Mistakes to avoid'))}</h2>`,
    `<ul class="mistakes">${advice.mistakes.map((each) => `<li>${say(each)}</li>`).join('\n')}</ul></section>`,
    `<section><h2>${say(message('Let it be settled'))}</h2>`,
    isMessage(advice.trial)
      ? `<p>${say(advice.trial)}</p></section>`
      : `${trialHtml(advice.trial, address, t)}</section>`,
  ].join('\n');
  const title = t(message('Which loss should I use?'));
  return staticHtml({ title, style: adviceStyle, body, showsImages: false }, t, nonce);
}

type Say = (text: Message) => string;

function answersHtml({ answers }: Advice, say: Say): string {
  const rows = questionNames
    .filter((name) => isAsked(name, answers))
    .flatMap((name) => {
      const { prompt, options }: Question = questions[name];
      const option = options[answers[name]];
      return option ? [`<div><dt>${say(prompt)}</dt><dd>${say(option.label)}</dd></div>`] : [];
    });
  return `<dl class="answers">${rows.join('\n')}</dl>`;
}

function choiceHtml(
  choice: AdvisedChoice,
  index: number,
  { answers }: Advice,
  t: Translator,
): string {
  const say = (text: Message): string => escapeHtml(t(text));
  const { loss, reason, code, input, needsOtherOutput } = choice;
  const rank = index === 0 ? message('First choice') : message('Or else');
  const { options }: Question = questions.output;
  const taken = loss.appliesTo ?? options[input]?.label ?? message('Logits');
  const other = message('Leave out the activation of the last layer: this loss takes other outputs than yours.'); // prettier-ignore
  const source = reason.source === undefined ? '' : ` <cite>${escapeHtml(reason.source)}</cite>`;
  const change = needsOtherOutput && answers.output !== input ? `<p class="change">${say(other)}</p>` : ''; // prettier-ignore
  return `<section class="choice">
<h2><span class="rank">${say(rank)}</span> ${say(loss.label)}</h2>
<p class="formula">${formulaHtml(loss.formula)}</p>
<p>${formulaHtml(t(reason.text))}${source}</p>${change}
<p class="input">${say(message('Applied to: {input}', { input: taken }))}</p>
${codeHtml('Keras', code.keras)}
${codeHtml('PyTorch', code.pytorch)}
${codeHtml('TensorFlow.js', code.tfjs)}
</section>`;
}

/** Reached by Tab, so that lines that are too long can be scrolled by keys. */
function codeHtml(name: string, lines: string): string {
  return `<figure><figcaption>${name}</figcaption><pre tabindex="0" role="group" aria-label="${name}"><code>${escapeHtml(lines)}</code></pre></figure>`;
}

function trialHtml(trial: AdvisedTrial, address: string, t: Translator): string {
  const text = experimentText(trialContent(trial, t));
  const parsed = parseExperiment(text);
  const runs = parsed.ok ? parsed.experiment.runs : [];
  const names = runs.map(({ spec }) => `<li>${escapeHtml(t(lossLabel(spec.loss)))}</li>`);
  const command = `command:lossLab.runExperiment?${encodeURIComponent(JSON.stringify([address]))}`;
  const run = message('Run this comparison');
  return `<p>${escapeHtml(t(message('The reasons above are published, not measured here. Train the losses side by side and see:')))}</p>
<ul>${names.join('')}</ul>
<p>${escapeHtml(t(trial.lookAt))} ${escapeHtml(t(trial.note))}</p>
<p><a class="run" href="${escapeHtml(command)}">${escapeHtml(t(run))}</a></p>
<details><summary>${escapeHtml(t(message('As an experiment file (*.losslab.json)')))}</summary>
<pre tabindex="0" role="group" aria-label="JSON"><code>${escapeHtml(text)}</code></pre></details>`;
}
