import { message, type Message } from '../../l10n.ts';

/** What can be answered to a question. */
export interface Option {
  readonly label: Message;
  readonly detail: Message;
}

export interface Question {
  readonly prompt: Message;
  readonly options: Readonly<Record<string, Option>>;
}

/** Everything that the choice of a loss depends on here, in the order in which it is asked. */
export const questions = {
  problem: {
    prompt: message('What is to be predicted?'),
    options: {
      'multi-class': {
        label: message('One of several classes'),
        detail: message('Each image has exactly one class of three or more.'),
      },
      binary: {
        label: message('Yes or no'),
        detail: message('Two classes, such as ill or healthy.'),
      },
      'multi-label': {
        label: message('Several labels at once'),
        detail: message('Each image may have none, one or many of the labels.'),
      },
      ordinal: {
        label: message('Ordered grades'),
        detail: message('Classes with an order, such as severity 0 to 4.'),
      },
      regression: {
        label: message('A number'),
        detail: message('Age, distance, coordinates: nearer is better.'),
      },
      segmentation: {
        label: message('A class for every pixel'),
        detail: message('Segmentation: masks of organs, roads, clothes.'),
      },
      recognition: {
        label: message('Who or what it is, also of classes not trained on'),
        detail: message('Recognition: features are compared, as for faces.'),
      },
    },
  },
  output: {
    prompt: message('What does the last layer put out?'),
    options: {
      logits: {
        label: message('Logits'),
        detail: message('No activation at the end; the loss applies softmax or sigmoid.'),
      },
      softmax: {
        label: message('Softmax probabilities'),
        detail: message('They sum to 1 over the classes.'),
      },
      sigmoid: {
        label: message('Sigmoid probabilities'),
        detail: message('Each output between 0 and 1 by itself.'),
      },
      linear: {
        label: message('Linear output'),
        detail: message('No activation, and the numbers are meant as they are.'),
      },
    },
  },
  optimizer: {
    prompt: message('Which optimizer trains it?'),
    options: {
      adaptive: {
        label: message('Adam, AdamW, RMSProp'),
        detail: message('Steps hardly depend on the scale of the loss.'),
      },
      sgd: {
        label: message('SGD, with or without momentum'),
        detail: message('Steps are as large as the gradient: the scale of the loss counts.'),
      },
    },
  },
  imbalance: {
    prompt: message('How frequent are the classes?'),
    options: {
      even: {
        label: message('About equally'),
        detail: message('No class has many times the examples of another.'),
      },
      uneven: {
        label: message('Very unequally'),
        detail: message('The largest has ten times the examples of the smallest, or more.'),
      },
    },
  },
  noise: {
    prompt: message('Can the labels or targets be trusted?'),
    options: {
      clean: { label: message('Mostly'), detail: message('A few per cent may be wrong.') },
      noisy: {
        label: message('Many are wrong'),
        detail: message('Wrong labels, or targets with outliers.'),
      },
    },
  },
  goal: {
    prompt: message('What matters most?'),
    options: {
      accuracy: {
        label: message('Right answers'),
        detail: message('Accuracy, or a small error.'),
      },
      calibration: {
        label: message('Honest probabilities'),
        detail: message('Of what is called 80 % sure, 80 % is right: calibration.'),
      },
      ranking: {
        label: message('The right order'),
        detail: message('Ranking: AUC, top results, retrieval.'),
      },
      regions: {
        label: message('Small regions'),
        detail: message('A small object counts as much as the background.'),
      },
    },
  },
} as const satisfies Record<string, Question>;

export type QuestionName = keyof typeof questions;

export const questionNames = [
  'problem',
  'output',
  'optimizer',
  'imbalance',
  'noise',
  'goal',
] as const satisfies readonly QuestionName[];
