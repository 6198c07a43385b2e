import * as z from 'zod/mini';
import type { ExperimentSpec } from '../../experiment/spec.ts';
import { datasetFacts } from '../../experiment/datasets/dataset-spec.ts';
import { losses } from '../../experiment/losses/catalogue.ts';
import { questions, type QuestionName } from './questions.ts';

/** What a person says of their problem: to every question the name of one of its options. */
export type Answers = {
  readonly [Q in QuestionName]: keyof (typeof questions)[Q]['options'];
};

export type ProblemName = Answers['problem'];
export type Output = Answers['output'];

export const firstAnswers: Answers = {
  problem: 'multi-class',
  output: 'logits',
  optimizer: 'adaptive',
  imbalance: 'even',
  noise: 'clean',
  goal: 'accuracy',
};

const schema = z.strictObject({
  problem: optionsOf('problem'),
  output: optionsOf('output'),
  optimizer: optionsOf('optimizer'),
  imbalance: optionsOf('imbalance'),
  noise: optionsOf('noise'),
  goal: optionsOf('goal'),
});

function optionsOf<Q extends QuestionName>(question: Q): z.ZodMiniType<Answers[Q]> {
  const { options } = questions[question];
  const isOption = (value: unknown): value is Answers[Q] =>
    typeof value === 'string' && Object.hasOwn(options, value);
  return z.custom<Answers[Q]>(isOption);
}

/** Undefined for what are no answers, or not to every question. */
export function parseAnswers(value: unknown): Answers | undefined {
  const parsed = schema.safeParse(value);
  return parsed.success ? settled(parsed.data) : undefined;
}

/** Whether a question makes sense after these answers. */
export function isAsked(question: QuestionName, { problem }: Answers): boolean {
  return question !== 'imbalance' || problem !== 'regression';
}

/** Whether an answer does. */
export function isOffered(option: string, { problem }: Answers): boolean {
  return option !== 'regions' || problem === 'segmentation';
}

/** With what is not asked as it is at first, so that an answer to another problem does not count. */
export function settled(answers: Answers): Answers {
  return {
    ...answers,
    imbalance: isAsked('imbalance', answers) ? answers.imbalance : firstAnswers.imbalance,
    goal: isOffered(answers.goal, answers) ? answers.goal : firstAnswers.goal,
  };
}

/** As far as an experiment says them. */
export function answersOf({ dataset, loss, optimizer }: ExperimentSpec): Answers {
  const { task, classes } = datasetFacts(dataset);
  return {
    problem: task === 'classification' ? (classes === 2 ? 'binary' : 'multi-class') : task,
    output: losses[loss.name].activation === 'linear' ? 'linear' : 'logits',
    optimizer: plainOptimizers.has(optimizer.name) ? 'sgd' : 'adaptive',
    imbalance: dataset.imbalance > 1 ? 'uneven' : 'even',
    noise: dataset.labelNoise > 0 ? 'noisy' : 'clean',
    goal: task === 'segmentation' ? 'regions' : 'accuracy',
  };
}

/** Those that take steps as large as the gradient. */
const plainOptimizers: ReadonlySet<string> = new Set(['sgd', 'momentum', 'nesterov']);
