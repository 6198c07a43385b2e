import { message, type Message } from '../../l10n.ts';
import type { Answers } from './answers.ts';

/** A mistake that these answers make likely, and what it shows as. */
interface Mistake {
  readonly when: (answers: Answers) => boolean;
  readonly text: Message;
}

const isExclusive = ({ problem }: Answers): boolean =>
  problem === 'multi-class' || problem === 'segmentation' || problem === 'recognition';
const isClassification = ({ problem }: Answers): boolean => problem !== 'regression';
const isYesOrNo = ({ problem }: Answers): boolean =>
  problem === 'binary' || problem === 'multi-label';

/** The gravest first. */
const mistakes: readonly Mistake[] = [
  {
    when: (answers) => isExclusive(answers) && answers.output === 'sigmoid',
    text: message(
      'Sigmoids for exclusive classes: they need not sum to 1, and several classes may be sure at once. Put out logits, and let the loss apply softmax.',
    ),
  },
  {
    when: (answers) => answers.problem === 'multi-label' && answers.output === 'softmax',
    text: message(
      'Softmax for several labels: its outputs sum to 1, so two labels that are both present each get ½ at best. Put out a logit for each label.',
    ),
  },
  {
    when: ({ problem, output }) =>
      problem === 'regression' && (output === 'softmax' || output === 'sigmoid'),
    text: message(
      'Softmax or sigmoid before a number: it cannot leave 0 to 1, and its slope vanishes at both ends. Leave the output linear.',
    ),
  },
  {
    when: ({ problem, output }) => problem === 'binary' && output === 'softmax',
    text: message(
      'Dense(1, activation="softmax"): softmax over one output is always 1, and nothing is learnt. One output needs a sigmoid; softmax needs two.',
    ),
  },
  {
    when: isExclusive,
    text: message(
      'Binary cross-entropy on a multi-class softmax: it trains, but as K yes-or-no questions, and Keras then reports binary accuracy, which is high from the start (90 % for ten classes by saying no).',
    ),
  },
  {
    when: ({ problem }) => problem === 'multi-label',
    text: message(
      'Softmax cross-entropy for several labels: it makes labels compete, so that one that is present pushes the others down.',
    ),
  },
  {
    when: ({ output, problem }) =>
      problem !== 'regression' && (output === 'softmax' || output === 'sigmoid'),
    text: message(
      'The activation twice: softmax or sigmoid at the end and from_logits=True, nn.CrossEntropyLoss or BCEWithLogitsLoss, which apply it themselves. Softmax twice cannot get below ln(e + K − 1) − 1, 1.4612 for ten classes.',
    ),
  },
  {
    when: ({ output, problem }) =>
      problem !== 'regression' && (output === 'logits' || output === 'linear'),
    text: message(
      'Logits without from_logits=True: Keras takes them for probabilities and clips them. The loss stands still at odd values, up to 16.118 where it is clipped at 1e−7.',
    ),
  },
  {
    when: isClassification,
    text: message(
      'Squared error on a classification head: its gradient is damped where the model is surely wrong, and the mean over K classes makes it smaller still.',
    ),
  },
  {
    when: isYesOrNo,
    text: message(
      'A threshold of 0.5 on logits: probability 0.5 is logit 0. Keras needs BinaryAccuracy(threshold=0.0) for logits.',
    ),
  },
  {
    when: (answers) => isExclusive(answers) || answers.problem === 'ordinal',
    text: message(
      'Labels in the wrong form: class numbers belong to SparseCategoricalCrossentropy and F.cross_entropy, one-hot rows to CategoricalCrossentropy and tfjs; numbers outside 0…K−1 fail or give NaN.',
    ),
  },
  {
    when: ({ problem }) => problem === 'segmentation',
    text: message(
      'Softmax over the wrong axis: classes are axis 1 in PyTorch ([batch, K, height, width]) and the last one in Keras and tfjs.',
    ),
  },
  {
    when: ({ problem }) => problem === 'segmentation',
    text: message(
      'Judging by the share of right pixels: background alone can be over 90 % right. Look at the IoU of each class.',
    ),
  },
  {
    when: ({ problem }) => problem === 'regression',
    text: message(
      'Shapes [N] and [N, 1]: they are broadcast to N × N differences without an error, or with just a warning. Give both the same shape.',
    ),
  },
  {
    when: ({ problem }) => problem === 'regression',
    text: message(
      'Targets that were not scaled: squared error of targets in the thousands gives gradients in the thousands. Take off the mean and divide by the deviation.',
    ),
  },
  {
    when: ({ problem }) => problem === 'ordinal',
    text: message(
      'One output with softmax, or grades taken as classes without order: both throw away that 3 lies between 2 and 4.',
    ),
  },
  {
    when: ({ problem }) => problem === 'recognition',
    text: message(
      'Comparing logits or raw features: compare features of unit length, and judge on classes that were not trained on.',
    ),
  },
  {
    when: ({ imbalance }) => imbalance === 'uneven',
    text: message(
      'Judging by accuracy where classes are uneven: look at balanced accuracy and each class. And do not weigh and oversample at once: rare classes would count twice.',
    ),
  },
  {
    when: ({ imbalance, goal }) => imbalance === 'uneven' && goal === 'calibration',
    text: message(
      'Class weights and focal loss where probabilities are to be honest: both bend them. Train without, and choose the threshold afterwards.',
    ),
  },
  {
    when: ({ noise, problem }) => noise === 'noisy' && problem !== 'regression',
    text: message(
      'Focal loss or large class weights on wrong labels: wrong labels are hard examples, and those are what such losses stress. Stop early, too.',
    ),
  },
  {
    when: ({ output, problem }) =>
      problem !== 'regression' && (output === 'softmax' || output === 'sigmoid'),
    text: message(
      '−log(p) without an epsilon: p becomes 0 in float32 and the loss infinite or NaN. On logits nothing has to be clipped.',
    ),
  },
  {
    when: ({ optimizer }) => optimizer === 'sgd',
    text: message(
      'Another reduction at the same learning rate: with SGD the mean over K classes instead of the sum acts like a rate K times smaller. Tune the rate for each loss before you compare.',
    ),
  },
  {
    when: ({ optimizer }) => optimizer === 'adaptive',
    text: message(
      'Comparing losses by their values: they have different units. With Adam their scale hardly changes the steps, but weight decay as L2 and clipping still see it.',
    ),
  },
  {
    when: (answers) => isExclusive(answers) && answers.output !== 'softmax',
    text: message(
      'In TensorFlow.js "softmaxCrossEntropy" is no name that model.compile knows, and "categoricalCrossentropy" takes probabilities: on a linear head pass the function tf.losses.softmaxCrossEntropy itself.',
    ),
  },
  {
    when: (answers) => isExclusive(answers) || answers.problem === 'ordinal',
    text: message(
      'ReLU before softmax: negative logits become 0, so no class can be ruled out, and dead ones pass no gradient.',
    ),
  },
];

/** What is likeliest to go wrong, at most seven. */
export function mistakesFor(answers: Answers): Message[] {
  return mistakes.flatMap(({ when, text }) => (when(answers) ? [text] : [])).slice(0, most);
}

const most = 7;
