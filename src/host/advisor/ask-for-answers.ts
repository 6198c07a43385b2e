import { isAsked, isOffered, parseAnswers, type Answers } from '../../insight/advisor/answers.ts';
import { questionNames, questions, type QuestionName, type Question } from '../../insight/advisor/questions.ts'; // prettier-ignore
import { message, type Translator } from '../../l10n.ts';
import { askOne, runWizard, type Choice, type Step } from '../wizard.ts';

/** Asks what the choice of a loss depends on, every answer preset; undefined if the person gives up. */
export function askForAnswers(preset: Answers, t: Translator): Promise<Answers | undefined> {
  const steps = questionNames.map((name) => stepOf(name, t));
  return runWizard(t(message('Which loss should I use?')), steps, preset);
}

function stepOf(name: QuestionName, t: Translator): Step<Answers> {
  const { prompt, options }: Question = questions[name];
  return {
    applies: (answers) => isAsked(name, answers),
    ask: async (answers, place) => {
      const choices = Object.entries(options)
        .filter(([option]) => isOffered(option, answers))
        .map(([value, texts]): Choice<string> => ({ ...texts, value }));
      const isPreset = (option: string): boolean => option === answers[name];
      const option = await askOne(place, prompt, choices, isPreset, t);
      return typeof option === 'symbol'
        ? option
        : (parseAnswers({ ...answers, [name]: option }) ?? answers);
    },
  };
}
